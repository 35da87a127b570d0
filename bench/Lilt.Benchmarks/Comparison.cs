using System.Diagnostics;
using System.Globalization;
using Lilt.Network;

namespace Lilt.Benchmarks;

/// <summary>Lilt beside PyTorch, NumPy and the machine's own limits, taken in turns so that a noisy machine disturbs all alike.</summary>
internal static class Comparison
{
    private const int Rounds = 3;
    private static readonly int[] Batches = [16, 32, 64, 128, 256];
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);

    /// <summary>Runs every contender <see cref="Rounds"/> times and prints the medians.</summary>
    /// <param name="model">The network that all run, random weights.</param>
    /// <param name="scripts">The folder of the Python scripts; null leaves them out.</param>
    public static void Run(Model model, string? scripts)
    {
        int threads = Environment.ProcessorCount;
        double work = GenerationRates.OperationsPerToken(model.Shape);
        Dictionary<string, List<double>> figures = [];
        (int Batch, int Threads, string Cell) best = scripts is null ? default : BestOfPyTorch(scripts, threads);
        for (int round = 0; round < Rounds; round++)
        {
            Note("peak", MachinePeak.MultiplyAddRate(threads, Short));
            Note("many", GenerationRates.Many(model, threads));
            Note("peak", MachinePeak.MultiplyAddRate(threads, Short));
            Note("recorded", GenerationRates.Recorded(model, threads));
            Note("one", GenerationRates.One(model, threads, Short));
            Note("one, one thread", GenerationRates.One(model, 1, Short));
            Note("read", MachinePeak.ReadRate(threads, Short));
            if (scripts is not null)
            {
                Note("torch one", Math.Max(Torch(scripts, 1, 1, string.Empty), Torch(scripts, 1, threads, "--cell")));
                Note("torch many", Torch(scripts, best.Batch, best.Threads, best.Cell));
                Note("torch two", TorchSideBySide(scripts, best.Batch, best.Cell));
                Note("numpy", Script(scripts, "numpy_sampler.py", "3"));
            }
        }

        Print(figures, work, best, scripts is not null);

        void Note(string name, double figure)
        {
            if (!figures.TryGetValue(name, out List<double>? values))
            {
                figures[name] = values = [];
            }

            values.Add(figure);
            Console.Error.WriteLine($"{name}: {figure:G5}");
        }
    }

    private static void Print(Dictionary<string, List<double>> figures, double work, (int Batch, int Threads, string Cell) best, bool withPython)
    {
        double peak = Median(figures["peak"]);
        Console.WriteLine($"Fused multiply-add peak, all cores     {peak / 1e9,10:F1} GFLOP/s");
        Console.WriteLine($"Sequential read, all cores             {Median(figures["read"]) / 1e9,10:F1} GB/s");
        Row("Lilt, many tunes", "many", $"{Median(figures["many"]) * work / peak:P1} of the peak");
        Row("Lilt, many tunes, every site recorded", "recorded", $"{1 - (Median(figures["recorded"]) / Median(figures["many"])):P1} of the time is recording");
        Row("Lilt, one tune", "one", string.Empty);
        Row("Lilt, one tune, one thread", "one, one thread", string.Empty);
        if (withPython)
        {
            Row($"PyTorch, batch {best.Batch}, {best.Threads} thread(s) {best.Cell}", "torch many", $"Lilt is {Median(figures["many"]) / Median(figures["torch many"]):F2} times as fast");
            Row("PyTorch, two processes side by side", "torch two", $"Lilt is {Median(figures["many"]) / Median(figures["torch two"]):F2} times as fast");
            Row("PyTorch, one tune (the better of two ways)", "torch one", $"Lilt is {Median(figures["one"]) / Median(figures["torch one"]):F2} times as fast");
            Row("NumPy, one tune", "numpy", $"Lilt is {Median(figures["one"]) / Median(figures["numpy"]):F2} times as fast");
        }

        void Row(string title, string name, string remark) =>
            Console.WriteLine($"{title,-46} {Median(figures[name]),8:F0} tokens/s  {remark}");
    }

    private static (int Batch, int Threads, string Cell) BestOfPyTorch(string scripts, int threads)
    {
        var tried =
            from batch in Batches
            from count in Enumerable.Range(1, threads)
            from cell in new[] { string.Empty, "--cell" }
            select (Rate: Torch(scripts, batch, count, cell), Setting: (batch, count, cell));
        return tried.MaxBy(result => result.Rate).Setting;
    }

    private static double Torch(string scripts, int batch, int threads, string cell) =>
        Script(scripts, "pytorch_sampler.py", $"{batch} {threads} 3 {cell}");

    private static double TorchSideBySide(string scripts, int batch, string cell)
    {
        Task<double>[] both = [Task.Run(() => Torch(scripts, batch, 1, cell)), Task.Run(() => Torch(scripts, batch, 1, cell))];
        Task.WaitAll(both);
        return both.Sum(task => task.Result);
    }

    private static double Script(string scripts, string name, string arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("/usr/bin/python3", $"{Path.Combine(scripts, name)} {arguments}")
        {
            RedirectStandardOutput = true,
        })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }
}
