using System.Globalization;
using Lilt.Network;

namespace Lilt.Benchmarks;

/// <summary>Lilt's training beside PyTorch's on the same batch, taken in turns.</summary>
internal static class TrainingComparison
{
    private const int Seconds = 8;

    /// <summary>
    /// How long a setting may take. PyTorch takes minutes for an update of packed sequences: their backward pass fills a whole gradient at
    /// every step.
    /// </summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Runs the contenders in turn and prints the medians; of the peak the largest.</summary>
    /// <param name="shape">The network's shape.</param>
    /// <param name="scripts">The folder of the Python scripts; null leaves PyTorch out.</param>
    /// <param name="rounds">Turns, at least 1.</param>
    public static void Run(NetworkShape shape, string? scripts, int rounds)
    {
        (string Arguments, string? CoreType) setting = scripts is null ? default : BestOfPyTorch(scripts, Environment.ProcessorCount);
        Figures figures = new();
        for (int round = 0; round < rounds; round++)
        {
            foreach (string name in (string[])["peak", "training", "peak"])
            {
                figures.Note(name, MeasuredAlone.Of(name));
            }

            if (scripts is not null)
            {
                figures.Note("torch", Torch(scripts, setting.Arguments, setting.CoreType));
            }
        }

        double share = figures.Median("training") * TrainingRates.OperationsPerToken(shape) / figures.Largest("peak");
        Console.WriteLine(
            $"{$"Lilt, training, batch {TrainingRates.Batch}", -46} {figures.Median("training"), 8:F0} tokens/s  {share:P1} of the peak of {figures.Largest("peak") / 1e9:F1} GFLOP/s; {figures.Memory("training")} MB"
        );
        if (scripts is not null)
        {
            string told =
                $"PyTorch, training ({setting.Arguments.Replace("--", string.Empty, StringComparison.Ordinal)} thread(s), products for {setting.CoreType ?? "the processor found"})";
            Console.WriteLine($"{told, -46} {figures.Median("torch"), 8:F0} tokens/s  Lilt: {figures.Times("training", "torch")}");
        }
    }

    /// <summary>The setting with the most tokens a second, then the core type.</summary>
    private static (string Arguments, string? CoreType) BestOfPyTorch(string scripts, int threads)
    {
        IEnumerable<string> settings =
            from count in Enumerable.Range(1, threads)
            from packing in new[] { string.Empty, " --packed" }
            select count.ToString(CultureInfo.InvariantCulture) + packing;
        string best = settings.MaxBy(setting => Torch(scripts, setting, null))!;
        return PythonRates.CoreTypes.Select(type => (best, type)).MaxBy(setting => Torch(scripts, setting.best, setting.type));
    }

    /// <summary>Tokens a second; 0 where the setting outlasts <see cref="Patience"/> or the processor cannot run it.</summary>
    private static double Torch(string scripts, string setting, string? coreType)
    {
        string[] parts = setting.Split(' ', 2);
        string arguments = string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.Combine(scripts, "pytorch_trainer.py")} {parts[0]} {Seconds} {string.Join(',', TrainingRates.Lengths)} {parts.ElementAtOrDefault(1)}"
        );
        string? printed;
        try
        {
            printed = Scripts.TryRun(PythonRates.Python, arguments, coreType, Patience);
        }
        catch (ScriptFailedException)
        {
            printed = "0";
        }

        double rate = printed is null ? 0 : double.Parse(printed, CultureInfo.InvariantCulture);
        Console.Error.WriteLine(
            printed is null
                ? $"training: PyTorch, threads {setting}: no two updates in {Patience.TotalSeconds:F0} s"
                : $"training: PyTorch, threads {setting}, products for {coreType ?? "the processor found"}: {rate:F0} tokens a second"
        );
        return rate;
    }
}
