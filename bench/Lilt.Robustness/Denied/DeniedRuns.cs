using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lilt.Planting;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

namespace Lilt.Robustness.Denied;

/// <summary>
/// Verbs that are to write where there is no room, or where they may not, or without a home or a place for temporary files. Each ends with one
/// sentence and a code that is not 0, or does its work whole; nothing half stands under a final name, and what stood there before is as it was.
/// </summary>
internal static partial class DeniedRuns
{
    private const string Old = "what stood here before\n";

    /// <summary>Runs all verbs under all conditions, prints a table.</summary>
    /// <param name="program">The program's <c>.dll</c>.</param>
    /// <param name="only">A word of the verbs' names; null for all.</param>
    /// <returns>Whether nothing was wrong.</returns>
    public static bool Run(string program, string? only)
    {
        program = Path.GetFullPath(program);
        string folder = Directory.CreateTempSubdirectory("lilt-denied-").FullName;
        Shell.Run("chmod", "755", folder);
        string readOnly = Directory.CreateDirectory(Path.Combine(folder, "read-only")).FullName;
        string place = Directory.CreateDirectory(Path.Combine(folder, "place")).FullName;
        try
        {
            Shell.Run("mount", "-t", "tmpfs", "-o", "ro", "tmpfs", readOnly);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            Console.WriteLine($"Skipped: file systems cannot be mounted here ({e.Message})");
            Directory.Delete(folder, recursive: true);
            return true;
        }

        DeniedVerb[] verbs = [.. Verbs(folder, program).Where(verb => only is null || verb.Name.Contains(only, StringComparison.Ordinal))];
        int cases = 0;
        List<string> wrong = [];
        Console.WriteLine("| denied | cases | refused in a sentence | done whole | wrong |");
        Console.WriteLine("|---|---|---|---|---|");
        Dictionary<string, (Dictionary<string, string> Files, string[] Lines)> usual = [];
        foreach (DeniedVerb verb in verbs)
        {
            using Mounted _ = new(place);
            (int code, string said) = Start(program, verb, place, new Condition("nothing"), false);
            usual[verb.Name] = (Hashes(Path.Combine(place, verb.Place)), Lines(said));
            if (code != 0)
            {
                throw new InvalidOperationException($"{verb.Name} does not work where nothing is denied: {said}");
            }
        }

        foreach (Condition condition in Condition.All(readOnly))
        {
            int refused = 0;
            int done = 0;
            int before = wrong.Count;
            int casesBefore = cases;
            foreach (DeniedVerb verb in verbs)
            {
                foreach (bool stood in condition.Denies is null ? [false] : new[] { false, true })
                {
                    cases++;
                    using Mounted _ = new(place);
                    string final = Path.Combine(place, verb.Place);
                    Dictionary<string, string> old = stood ? Put(final, usual[verb.Name].Files.Count > 1 || verb.Name == "serve") : [];
                    condition.Denies?.Invoke(place);
                    (int code, string said) = Start(program, verb, place, condition, stood);
                    string? fault = Fault(verb, condition, code, said, old, Hashes(final), usual[verb.Name]);
                    refused += fault is null && code != 0 ? 1 : 0;
                    done += fault is null && code == 0 ? 1 : 0;
                    if (fault is not null)
                    {
                        wrong.Add($"{verb.Name}{(stood ? ", over what stood there" : "")}, {condition.Name}: {fault}");
                    }
                }
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {condition.Name} | {cases - casesBefore} | {refused} | {done} | {wrong.Count - before} |"
                )
            );
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases, {wrong.Count} wrong"));
        wrong.ForEach(Console.WriteLine);
        Shell.Run("umount", readOnly);
        Directory.Delete(folder, recursive: true);
        return wrong.Count == 0;
    }

    private static DeniedVerb[] Verbs(string folder, string program)
    {
        string model = Path.Combine(folder, "model.safetensors");
        string planted = Path.Combine(folder, "planted.safetensors");
        string corpus = Path.Combine(folder, "corpus.txt");
        string tunes = Path.Combine(folder, "tunes.abc");
        string recipe = Path.Combine(folder, "recipe.json");
        string study = Path.Combine(folder, "a-study");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars), model);
        ModelFile.Write(PlantedNetwork.Make(PlantedKind.Relay, 96, seed: 2).Model, planted);
        File.WriteAllText(recipe, """{"layers":2,"units":48,"epochs":2,"batchSize":8,"tunesAShard":4}""");
        Shell.Run(
            "dotnet",
            program,
            "generate",
            "--model",
            model,
            "--limit",
            "60",
            "--tunes",
            "200",
            "--format",
            "tokens",
            "--out",
            corpus
        );
        Shell.Run(
            "dotnet",
            program,
            "generate",
            "--model",
            planted,
            "--prime",
            "M:4/4 K:Cmaj",
            "--tunes",
            "60",
            "--format",
            "abc",
            "--out",
            tunes
        );
        string[] ofPlanted = ["--model", planted, "--prime", "M:4/4 K:Cmaj", "--seed", "1"];
        Shell.Run("dotnet", [program, "study", "look", .. ofPlanted, "--out", study]);
        return
        [
            new(
                "generate",
                ["generate", "--model", model, "--limit", "60", "--tunes", "3000", "--format", "tokens", "--out", "tunes"],
                "tunes"
            ),
            new(
                "record",
                ["record", "--model", model, "--limit", "60", "--tunes", "60", "--sites", "h", "--out", "tunes.npz"],
                "tunes.npz"
            ),
            new("train", ["train", corpus, "--config", recipe, "--run", "run", "--out", "trained.safetensors"], "trained.safetensors"),
            new("study part7", ["study", "part7", .. ofPlanted, "--control", "19", "--tunes", "5", "--out", "study"], "study", "--force"),
            new(
                "study causes",
                ["study", "causes", .. ofPlanted, "--quick", "--tunes", "20", "--pairs", "20", "--out", "causes"],
                "causes",
                "--force"
            ),
            new("study look", ["study", "look", .. ofPlanted, "--out", "look"], "look", "--force"),
            new("convert", ["convert", planted, "converted.safetensors"], "converted.safetensors"),
            new("render to sound", ["render", tunes, "--to", "wav", "--out", "tune.wav"], "tune.wav"),
            new("render to a picture", ["render", tunes, "--to", "svg", "--out", "tune.svg"], "tune.svg"),
            new("corpus", ["corpus", tunes, "--out", "corpus.txt"], "corpus.txt"),
            new("figures", ["figures", study, "--out", "figures"], "figures"),
            new("serve", ["serve", "--port", "0", "--model", model, "--data", "data"], "data"),
        ];
    }

    // serve does not end by itself: what it answers to a change is looked at, and it is told to end.
    private static (int Code, string Said) Start(string program, DeniedVerb verb, string place, Condition condition, bool stood)
    {
        string[] words = ["dotnet", program, .. verb.Arguments, .. stood ? verb.Force : []];
        ProcessStartInfo start = condition.IsNobody
            ? new("setpriv", ["--reuid", "65534", "--regid", "65534", "--clear-groups", .. words])
            : new(words[0], words[1..]);
        start.WorkingDirectory = place;
        foreach ((string name, string? value) in condition.Variables ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        string answered = "";
        (int code, _, string said) = Shell.Ask(
            start,
            (line, process) =>
            {
                if (verb.Name == "serve" && Address().Match(line) is { Success: true } found)
                {
                    answered = Change(found.Value);
                    Shell.Run("kill", "-INT", process.Id.ToString(CultureInfo.InvariantCulture));
                }
            }
        );
        return answered.Length == 0 ? (code, said)
            : answered.StartsWith("201", StringComparison.Ordinal) ? (code, said)
            : (code == 0 ? 1 : code, said + answered);
    }

    // What it answers to sessions that are made until something is refused, at most as many as fill the room that is left.
    private static string Change(string address)
    {
        using HttpClient client = new() { BaseAddress = new Uri(address) };
        string page = client.GetStringAsync("/").Result;
        client.DefaultRequestHeaders.Add("X-Lilt-Token", Token().Match(page).Groups[1].Value);
        for (int n = 0; n < 50; n++)
        {
            using HttpResponseMessage answer = client
                .PostAsJsonAsync("/api/sessions", new JsonObject { ["name"] = new string('x', 200) })
                .Result;
            if (!answer.IsSuccessStatusCode)
            {
                JsonNode problem = JsonNode.Parse(answer.Content.ReadAsStringAsync().Result)!;
                string detail = problem["detail"]!.GetValue<string>();
                return (int)answer.StatusCode is 500 ? $"500 {detail}" : $"lilt: {detail}";
            }
        }

        return "201";
    }

    private static string? Fault(
        DeniedVerb verb,
        Condition condition,
        int code,
        string said,
        Dictionary<string, string> old,
        Dictionary<string, string> now,
        (Dictionary<string, string> Files, string[] Lines) usual
    )
    {
        string[] lines = Lines(said);
        if (lines.Any(line => line.StartsWith("   at ", StringComparison.Ordinal) || line.Contains("Exception", StringComparison.Ordinal)))
        {
            return $"a stack trace: {said.Trim()}";
        }

        if (code == 0)
        {
            return !condition.MayWork ? "it says that it worked"
                : verb.Name != "serve" && !usual.Files.All(file => now.GetValueOrDefault(file.Key) == file.Value)
                    ? "it says that it worked, and what it made is another"
                : null;
        }

        if (code is not (1 or 2))
        {
            return $"exit code {code}: {said.Trim()}";
        }

        // What it says when nothing is denied is no part of the failure.
        string[] more = [.. lines.Except(usual.Lines)];
        if (more is not [{ } sentence] || !sentence.StartsWith("lilt: ", StringComparison.Ordinal))
        {
            return $"not one sentence: {said.Trim()}";
        }

        return verb.Name != "serve" && !(now.Count == old.Count && old.All(file => now.GetValueOrDefault(file.Key) == file.Value))
            ? $"what stands under its name: {string.Join(", ", now.Keys)} ({said.Trim()})"
            : null;
    }

    private static string[] Lines(string said) => said.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string> Put(string final, bool isFolder)
    {
        if (isFolder)
        {
            Directory.CreateDirectory(final);
        }

        File.WriteAllText(isFolder ? Path.Combine(final, "old") : final, Old);
        return Hashes(final);
    }

    private static Dictionary<string, string> Hashes(string path)
    {
        string[] files =
            Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories)
            : File.Exists(path) ? [path]
            : [];
        return files.ToDictionary(
            file => Path.GetRelativePath(Path.GetDirectoryName(path)!, file),
            file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))
        );
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();

    [GeneratedRegex("name=\"lilt-token\" content=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>A file system of 24 MB at a place, as long as a case goes on.</summary>
    private sealed class Mounted : IDisposable
    {
        private readonly string place;

        public Mounted(string place)
        {
            this.place = place;
            Shell.Run("mount", "-t", "tmpfs", "-o", "size=24m,mode=755", "tmpfs", place);
        }

        public void Dispose() => Shell.Run("umount", place);
    }
}
