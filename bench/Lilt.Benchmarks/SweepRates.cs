using System.Diagnostics;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Lilt.WeightFiles;

namespace Lilt.Benchmarks;

/// <summary>
/// Tokens a second of a sweep, shards, tables, counting and all, beside plain generation of as many tunes in the same run; by the clock and by
/// the processor time of this process, which other programs on the machine disturb less.
/// </summary>
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
            Work plain = default;
            Work same = default;
            Work many = default;
            for (int round = 0; round < rounds; round++)
            {
                plain += Timed(() => TuneGenerator.Generate(model, Options(tunes)).Sum(tune => tune.Tokens.Count - 1L));
                same += Timed(() => Sweep(path, folder, $"same{round}", """["none"]""", tunes));
                many += Timed(() =>
                    Sweep(
                        path,
                        folder,
                        $"many{round}",
                        """[{"cut":"random sets","layer":2,"units":1,"sets":SETS}]""",
                        SeedsAPlan,
                        tunes / SeedsAPlan
                    )
                );
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"after round {round + 1}: generate {plain.Rate:F0} tokens/s; sweep of the same tunes {same.Rate / plain.Rate:P1} of it, by processor time {same.ProcessorRate / plain.ProcessorRate:P1}; of {tunes / SeedsAPlan} plans x {SeedsAPlan} seeds {many.Rate / plain.Rate:P1}, {many.ProcessorRate / plain.ProcessorRate:P1}"
                    )
                );
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static GenerationOptions Options(int tunes) => new() { Seed = 1, Tunes = tunes };

    private static Work Timed(Func<long> work)
    {
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        long began = Stopwatch.GetTimestamp();
        long tokens = work();
        return new Work(tokens, Stopwatch.GetElapsedTime(began), Process.GetCurrentProcess().TotalProcessorTime - processor);
    }

    private static long Sweep(string path, string folder, string name, string plans, int seeds, int sets = 0)
    {
        SweepPlan plan = SweepPlanReader.Read(
            """{"task":"generate","models":["MODEL"],"plans":PLANS,"seeds":{"from":1,"count":SEEDS}}"""
                .Replace("MODEL", Path.GetFullPath(path), StringComparison.Ordinal)
                .Replace("SEEDS", seeds.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("PLANS", plans, StringComparison.Ordinal)
                .Replace("SETS", sets.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal),
            folder,
            _ => null,
            name
        );
        SweepFolder sweep = SweepFolder.Begin(Path.Combine(folder, name), plan);
        return new SweepWorker(sweep, Environment.ProcessorCount)
            .Run([.. Enumerable.Range(0, (int)sweep.Shards.Count).Select(shard => (long)shard)])
            .Tokens;
    }

    private readonly record struct Work(long Tokens, TimeSpan Time, TimeSpan Processor)
    {
        public double Rate => Tokens / Time.TotalSeconds;

        public double ProcessorRate => Tokens / Processor.TotalSeconds;

        public static Work operator +(Work one, Work other) =>
            new(one.Tokens + other.Tokens, one.Time + other.Time, one.Processor + other.Processor);
    }
}
