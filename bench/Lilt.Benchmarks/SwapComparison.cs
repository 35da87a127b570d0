using System.Globalization;

namespace Lilt.Benchmarks;

/// <summary>Interchanges a second beside Lilt's own generation and beside the same loop in PyTorch, taken in turns.</summary>
internal static class SwapComparison
{
    private const int Seconds = 3;
    private static readonly int[] Batches = [32, 64, 128, 256, 512];
    private static readonly string[] Ways = ["", " --cell"];

    /// <summary>Runs the contenders in turn and prints the medians.</summary>
    /// <param name="scripts">The folder of the Python scripts; null leaves PyTorch out.</param>
    /// <param name="rounds">Turns, at least 1.</param>
    public static void Run(string? scripts, int rounds)
    {
        (string Arguments, string? CoreType) setting = scripts is null ? default : BestOfPyTorch(scripts);
        Figures figures = new();
        for (int round = 0; round < rounds; round++)
        {
            figures.Note("many", MeasuredAlone.Of("many"));
            figures.Note("swaps", MeasuredAlone.Of("swaps"));
            figures.Note("many", MeasuredAlone.Of("many"));
            if (scripts is not null)
            {
                figures.Note("torch", Torch(scripts, setting));
            }
        }

        double share = SwapRates.Reads * figures.Median("swaps") / figures.Median("many");
        Console.WriteLine(
            $"{$"Lilt, interchanges, {SwapRates.Reads} tokens read after each", -46} {figures.Median("swaps"), 8:F0} a second  {share:P1} of generate's {figures.Median("many"):F0} tokens/s; {figures.Memory("swaps")} MB"
        );
        if (scripts is not null)
        {
            string told =
                $"PyTorch, the same (batch and threads {setting.Arguments}, products for {setting.CoreType ?? "the processor found"})";
            Console.WriteLine($"{told, -46} {figures.Median("torch"), 8:F0} a second  Lilt: {figures.Times("swaps", "torch")}");
        }
    }

    /// <summary>The setting with the most interchanges a second, then the core type.</summary>
    private static (string Arguments, string? CoreType) BestOfPyTorch(string scripts)
    {
        IEnumerable<string> settings =
            from batch in Batches
            from count in Enumerable.Range(1, Environment.ProcessorCount)
            from way in Ways
            select string.Create(CultureInfo.InvariantCulture, $"{batch} {count}{way}");
        string best = settings.MaxBy(setting => Torch(scripts, (setting, null)))!;
        return PythonRates.CoreTypes.Select(type => (best, type)).MaxBy(setting => Torch(scripts, setting));
    }

    private static double Torch(string scripts, (string Arguments, string? CoreType) setting)
    {
        try
        {
            string told = Scripts.Run(
                PythonRates.Python,
                $"{Path.Combine(scripts, "pytorch_swapper.py")} {SwapRates.Reads} {Seconds} {setting.Arguments}",
                setting.CoreType
            );
            double rate = double.Parse(told, CultureInfo.InvariantCulture);
            Console.Error.WriteLine($"pytorch_swapper.py {setting.Arguments} {setting.CoreType}: {rate:G5}");
            return rate;
        }
        catch (ScriptFailedException)
        {
            return 0;
        }
    }
}
