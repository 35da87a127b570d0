using System.Diagnostics;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Lilt.WeightFiles;

namespace Lilt.Benchmarks;

/// <summary>Tokens a second of a sweep, shards, tables, counting and all, beside plain generation of as many tunes in the same run.</summary>
internal static class SweepRates
{
    // The sweep's plans: a unit cut in each, as in the sweep of every unit.
    private const int SeedsAPlan = 100;

    /// <summary>Takes turns, and prints each turn's rates and their ratios.</summary>
    /// <param name="path">The network's file.</param>
    /// <param name="tunes">Tunes a turn, a multiple of 100.</param>
    /// <param name="rounds">Turns of each.</param>
    public static void Run(string path, int tunes, int rounds)
    {
        Model model = ModelFile.Read(path);
        string folder = Directory.CreateTempSubdirectory("lilt-rates-").FullName;
        try
        {
            List<double> plain = [];
            List<double> uncut = [];
            List<double> cut = [];
            for (int round = 0; round < rounds; round++)
            {
                plain.Add(Generate(model, tunes));
                uncut.Add(Sweep(path, folder, $"uncut{round}", """["none"]""", tunes));
                cut.Add(
                    Sweep(path, folder, $"cut{round}", """[{"cut":"random sets","layer":2,"units":1,"sets":SETS}]""", SeedsAPlan, tunes / SeedsAPlan)
                );
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"generate {plain[^1]:F0} tokens/s; sweep of the same tunes {uncut[^1]:F0}, {uncut[^1] / plain[^1]:P1}; of {tunes / SeedsAPlan} plans x {SeedsAPlan} seeds {cut[^1]:F0}, {cut[^1] / plain[^1]:P1}"
                    )
                );
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"over all {rounds} rounds: the same tunes {uncut.Sum() / plain.Sum():P1}, many plans {cut.Sum() / plain.Sum():P1} of generate's {plain.Average():F0} tokens/s"
                )
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Generate(Model model, int tunes)
    {
        long began = Stopwatch.GetTimestamp();
        long tokens = TuneGenerator
            .Generate(model, new GenerationOptions { Seed = 1, Tunes = tunes })
            .Sum(tune => tune.Tokens.Count - 1L);
        return tokens / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Sweep(string path, string folder, string name, string plans, int seeds, int sets = 0)
    {
        SweepPlan plan = SweepPlanReader.Read(
            """{"task":"assess","models":["MODEL"],"plans":PLANS,"seeds":{"from":1,"count":SEEDS}}"""
                .Replace("MODEL", Path.GetFullPath(path), StringComparison.Ordinal)
                .Replace("SEEDS", seeds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("PLANS", plans, StringComparison.Ordinal)
                .Replace("SETS", sets.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            folder,
            _ => null,
            name
        );
        SweepFolder sweep = SweepFolder.Begin(Path.Combine(folder, name), plan);
        long began = Stopwatch.GetTimestamp();
        SweepOutcome outcome = new SweepWorker(sweep, Environment.ProcessorCount).Run(
            [.. Enumerable.Range(0, (int)sweep.Shards.Count).Select(shard => (long)shard)]
        );
        return outcome.Tokens / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
