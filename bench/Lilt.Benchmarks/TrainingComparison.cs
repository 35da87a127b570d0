using System.Diagnostics;
using System.Globalization;
using Lilt.Network;

namespace Lilt.Benchmarks;

/// <summary>Lilt's training beside PyTorch's on the same batch, taken in turns.</summary>
internal static class TrainingComparison
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);

    /// <summary>How long a setting may take. PyTorch takes minutes for an update of packed sequences: their backward pass fills a whole gradient at every step.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the contenders in turn and prints the medians.</summary>
    /// <param name="shape">The network's shape.</param>
    /// <param name="scripts">The folder of the Python scripts; null leaves PyTorch out.</param>
    /// <param name="rounds">Turns, at least 1.</param>
    public static void Run(NetworkShape shape, string? scripts, int rounds)
    {
        int threads = Environment.ProcessorCount;
        string setting = scripts is null ? string.Empty : BestOfPyTorch(scripts, threads);
        List<double> peaks = [];
        List<double> ours = [];
        List<double> theirs = [];
        for (int round = 0; round < rounds; round++)
        {
            peaks.Add(MachinePeak.MultiplyAddRate(threads, Short));
            ours.Add(TrainingRates.Updates(shape, threads, Long));
            if (scripts is not null)
            {
                theirs.Add(Torch(scripts, setting));
            }

            Console.Error.WriteLine($"training: {peaks[^1] / 1e9:F1} GFLOP/s at most, Lilt {ours[^1]:F0}{(theirs.Count > 0 ? $", PyTorch {theirs[^1]:F0}" : string.Empty)} tokens a second");
        }

        double share = Median(ours) * TrainingRates.OperationsPerToken(shape) / Median(peaks);
        Console.WriteLine($"{$"Lilt, training, batch {TrainingRates.Batch}",-46} {Median(ours),8:F0} tokens/s  {share:P1} of the peak; {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB at most in all");
        if (theirs.Count > 0)
        {
            Console.WriteLine($"{$"PyTorch, training, threads {setting.Replace("--", string.Empty, StringComparison.Ordinal)}",-46} {Median(theirs),8:F0} tokens/s  Lilt is {Median(ours) / Median(theirs):F2} times as fast");
        }
    }

    /// <summary>The setting with the most tokens a second.</summary>
    private static string BestOfPyTorch(string scripts, int threads)
    {
        IEnumerable<string> settings =
            from count in Enumerable.Range(1, threads)
            from packing in new[] { string.Empty, " --packed" }
            select count.ToString(CultureInfo.InvariantCulture) + packing;
        return settings.MaxBy(setting =>
        {
            double rate = Torch(scripts, setting);
            Console.Error.WriteLine(rate > 0 ? $"training: PyTorch, threads {setting}: {rate:F0} tokens a second" : $"training: PyTorch, threads {setting}: no two updates in {Patience.TotalSeconds:F0} s");
            return rate;
        })!;
    }

    /// <summary>Tokens a second; 0 where the setting outlasts <see cref="Patience"/>.</summary>
    private static double Torch(string scripts, string setting)
    {
        string[] parts = setting.Split(' ', 2);
        string arguments = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.Combine(scripts, "pytorch_trainer.py")} {parts[0]} {Long.TotalSeconds} {string.Join(',', TrainingRates.Lengths)} {parts.ElementAtOrDefault(1)}");
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments) { RedirectStandardOutput = true })!;
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            return 0;
        }

        return double.Parse(process.StandardOutput.ReadToEnd(), CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
