using System.Diagnostics;
using System.Security.Cryptography;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Planting;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

namespace Lilt.Robustness.Killed;

/// <summary>
/// Runs that are killed at random moments, some of them again while they are gone on with: what was made under its own name is whole, and what
/// was gone on with ends with the bytes of a run that was not killed.
/// </summary>
internal static class KilledRuns
{
    private const int MostKillsARun = 3;

    /// <summary>Kills so many runs and prints a table.</summary>
    /// <param name="program">The program's <c>.dll</c>, with the pages.</param>
    /// <param name="kills">Kills in all, about.</param>
    /// <param name="seed">Of the moments.</param>
    /// <param name="only">The one verb to kill; null for all.</param>
    /// <returns>Whether nothing was lost.</returns>
    public static async Task<bool> RunAsync(string program, int kills, int seed, string? only)
    {
        string folder = Directory.CreateTempSubdirectory("lilt-killed-").FullName;
        try
        {
            bool good = true;
            Random random = new(seed);
            Console.WriteLine($"seed {seed}");
            Console.WriteLine("| verb | kills | of these while going on | whole when killed | faults |");
            Console.WriteLine("|---|---|---|---|---|");
            KilledVerb[] verbs = [.. Verbs(folder).Where(verb => only is null || verb.Name == only)];
            bool isOfServe = only is null or "serve";
            int each = kills / Math.Max(1, verbs.Length + (isOfServe ? 1 : 0));
            foreach (KilledVerb verb in verbs)
            {
                good &= Run(program, folder, verb, each, random);
            }

            return (!isOfServe || await KilledStudio.RunAsync(program, folder, each, random)) && good;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static KilledVerb[] Verbs(string folder)
    {
        string model = Path.Combine(folder, "model.safetensors");
        string planted = Path.Combine(folder, "planted.safetensors");
        string corpus = Path.Combine(folder, "corpus.txt");
        string recipe = Path.Combine(folder, "recipe.json");
        Model wandering = WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars);
        ModelFile.Write(wandering, model);
        ModelFile.Write(PlantedNetwork.Make(PlantedKind.Relay, 96, seed: 2).Model, planted);
        File.WriteAllText(recipe, """{"layers":2,"units":48,"epochs":6,"batchSize":8,"tunesAShard":4}""");
        File.WriteAllText(
            corpus,
            string.Join(
                "\n\n",
                TuneGenerator
                    .Generate(wandering, new GenerationOptions { Tunes = 240, Limit = 80 })
                    .Select(tune =>
                        string.Join(
                            ' ',
                            tune.Tokens.Skip(1)
                                .Where(token => token != wandering.Vocabulary.End)
                                .Select(token => wandering.Vocabulary[token])
                        )
                    )
            )
        );
        string sweep = Path.Combine(folder, "grid.json");
        File.WriteAllText(
            sweep,
            """
            {"task":"assess","models":["model.safetensors"],"plans":["none",{"cut":"random sets","layer":1,"units":5,"sets":3,"seed":9}],
             "seeds":{"from":1,"count":3000},"headers":["M:4/4 K:Cmaj"],"limit":60,"tunesAShard":500}
            """
        );
        string[] generate = ["generate", "--model", model, "--limit", "60", "--tunes", "12000", "--format", "tokens", "--out", "tunes"];
        string[] record = ["record", "--model", model, "--limit", "60", "--tunes", "400", "--sites", "h,posterior", "--out", "tunes.npz"];
        string[] trained = ["--run", "run", "--out", "trained.safetensors", "--checkpoint-minutes", "0.005"];
        string[] study =
        [
            "study",
            "part7",
            "--model",
            planted,
            "--prime",
            "M:4/4 K:Cmaj",
            "--seed",
            "1",
            "--control",
            "99",
            "--out",
            "study",
        ];
        string[] swept = ["sweep", sweep, "--out", "sweep"];
        return
        [
            new("generate", generate, [.. generate, "--resume"], "tunes", "tunes.resume"),
            new("record", record, [.. record, "--resume"], "tunes.npz", "tunes.npz.resume"),
            // It takes recipe and seed from its checkpoint.
            new(
                "train",
                ["train", corpus, "--config", recipe, .. trained],
                ["train", corpus, .. trained, "--resume"],
                "trained.safetensors",
                "run/checkpoint.lilt"
            ),
            new("study", study, [.. study, "--resume"], "study", "study.control.resume"),
            new("sweep", swept, swept, "sweep/shards", "sweep/shards", FillsItsPlace: true),
        ];
    }

    private static bool Run(string program, string folder, KilledVerb verb, int kills, Random random)
    {
        string whole = Directory.CreateDirectory(Path.Combine(folder, verb.Name)).FullName;
        long begun = Stopwatch.GetTimestamp();
        Finish(program, whole, verb.Arguments);
        TimeSpan takes = Stopwatch.GetElapsedTime(begun);
        Dictionary<string, string> expected = Hashes(whole, verb.Place);
        int killed = 0;
        int again = 0;
        int ended = 0;
        List<string> faults = [];
        for (int round = 0; killed < kills; round++)
        {
            string place = Directory.CreateDirectory(Path.Combine(folder, $"{verb.Name}-{round}")).FullName;
            for (int part = 0; part < MostKillsARun; part++)
            {
                bool goesOn = verb.GoesOn(place);
                using LiltProcess run = new(program, place, verb.Next(place));
                if (!run.KillAfter(takes * random.NextDouble()))
                {
                    break;
                }

                killed++;
                again += goesOn ? 1 : 0;
                if (verb.IsWhole(place))
                {
                    ended++;
                    break;
                }

                if (random.Next(3) == 0)
                {
                    break;
                }
            }

            faults.AddRange(Faults(program, place, verb, expected).Select(fault => $"round {round}: {fault}"));
            Directory.Delete(place, recursive: true);
        }

        Console.WriteLine($"| {verb.Name} | {killed} | {again} | {ended} | {(faults.Count == 0 ? "0" : string.Join("; ", faults))} |");
        return faults.Count == 0;
    }

    private static List<string> Faults(string program, string place, KilledVerb verb, Dictionary<string, string> expected)
    {
        List<string> faults = [];
        if (!verb.IsWhole(place))
        {
            try
            {
                Finish(program, place, verb.Next(place));
            }
            catch (InvalidOperationException e)
            {
                faults.Add(e.Message);
                return faults;
            }
        }

        Dictionary<string, string> made = Hashes(place, verb.Place);
        faults.AddRange(expected.Where(file => made.GetValueOrDefault(file.Key) != file.Value).Select(file => $"{file.Key} differs"));
        faults.AddRange(made.Keys.Except(expected.Keys).Select(file => $"{file} is too much"));
        return faults;
    }

    private static void Finish(string program, string place, IEnumerable<string> arguments)
    {
        using LiltProcess run = new(program, place, arguments);
        (int code, string said) = run.End();
        if (code != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', arguments)}: exit code {code}, {said}");
        }
    }

    // Of what stands under its own name: a run's checkpoints and reports hold times, and a lock or a journal may outlive a run that was killed.
    private static Dictionary<string, string> Hashes(string folder, string place)
    {
        string path = Path.Combine(folder, place);
        string[] files = Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories) : [path];
        return files.ToDictionary(
            file => Path.GetRelativePath(folder, file),
            file => File.Exists(file) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))) : "missing"
        );
    }
}
