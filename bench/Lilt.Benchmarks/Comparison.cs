using Lilt.Network;

namespace Lilt.Benchmarks;

/// <summary>
/// Lilt beside ONNX Runtime, PyTorch, NumPy and the machine's own limits, taken in turns so that a noisy machine disturbs all alike,
/// each alone in a process of its own. Of every opponent all settings are tried first, and the best stands in the comparison.
/// </summary>
internal static class Comparison
{
    private const int Rounds = 3;
    private static readonly int[] OnnxBatches = [64, 128, 256, 512];

    /// <summary>Runs every contender <see cref="Rounds"/> times and prints medians; of the machine's limits the largest.</summary>
    /// <param name="scripts">The folder of the Python scripts; null leaves PyTorch and NumPy out.</param>
    public static void Run(string? scripts)
    {
        int threads = Environment.ProcessorCount;
        PythonRates? python = scripts is null ? null : new PythonRates(scripts);
        Console.WriteLine($"ONNX Runtime {OnnxRates.Version}; {python?.Kernel() ?? "no PyTorch"}");
        OnnxSetting many = BestOfOnnx(
            from graph in Graphs
            from batch in OnnxBatches
            from way in Enumerable
                .Range(1, threads)
                .Select(count => (Sessions: 1, Threads: count))
                .Append((Sessions: threads, Threads: 1))
                .Distinct()
            select new OnnxSetting(graph, batch, way.Sessions, way.Threads)
        );
        OnnxSetting one = BestOfOnnx(
            from graph in Graphs
            from count in Enumerable.Range(1, threads)
            select new OnnxSetting(graph, 1, 1, count)
        );
        OnnxSetting oneThread = BestOfOnnx(from graph in Graphs select new OnnxSetting(graph, 1, 1, 1));
        PythonRates.Setting torchMany = python?.BestOfMany(threads) ?? default;
        PythonRates.Setting torchOne = python?.BestOfOne(threads) ?? default;
        PythonRates.Setting numPy = python?.BestOfNumPy() ?? default;

        Figures figures = new();
        for (int round = 0; round < Rounds; round++)
        {
            foreach (
                string name in (string[])
                    [
                        "peak",
                        "many",
                        $"onnx {many}",
                        "peak",
                        "recorded",
                        "one",
                        $"onnx {one}",
                        "peak",
                        "one 1",
                        $"onnx {oneThread}",
                        "one-float32",
                        "one-float32 1",
                        "read",
                        "read 1",
                    ]
            )
            {
                figures.Note(name, MeasuredAlone.Of(name));
            }

            if (python is not null)
            {
                figures.Note("torch many", python.Measure(torchMany));
                figures.Note("torch two", python.SideBySide(torchMany));
                figures.Note("torch one", python.Measure(torchOne));
                figures.Note("numpy", python.Measure(numPy));
            }
        }

        double peak = figures.Largest("peak");
        double share = figures.Median("many") * GenerationRates.OperationsPerToken(new NetworkShape(3, 512, 137)) / peak;
        Console.WriteLine(
            $"Fused multiply-add peak, all cores             {peak / 1e9, 8:F1} GFLOP/s, the largest of {figures.Count("peak")}"
        );
        Console.WriteLine(
            $"Sequential read, all cores; one                {figures.Largest("read") / 1e9, 8:F1} GB/s; {figures.Largest("read 1") / 1e9:F1}"
        );
        Row(
            "Lilt, many tunes",
            "many",
            $"{share:P1} of the peak; {figures.Times("many", $"onnx {many}")} ONNX Runtime; {figures.Memory("many")} MB"
        );
        Row(
            "Lilt, many tunes, every site recorded",
            "recorded",
            $"{1 - (figures.Median("recorded") / figures.Median("many")):P1} of the time is recording; {figures.Times("recorded", $"onnx {many}")} ONNX Runtime"
        );
        Row($"ONNX Runtime, many tunes ({many})", $"onnx {many}", $"{figures.Memory($"onnx {many}")} MB");
        Row("Lilt, one tune", "one", $"{figures.Times("one", $"onnx {one}")} ONNX Runtime; {figures.Memory("one")} MB");
        Row("Lilt, one tune, float32 weights", "one-float32", $"{figures.Times("one-float32", $"onnx {one}")} ONNX Runtime");
        Row($"ONNX Runtime, one tune ({one})", $"onnx {one}", string.Empty);
        Row("Lilt, one tune, one thread", "one 1", $"{figures.Times("one 1", $"onnx {oneThread}")} ONNX Runtime");
        Row(
            "Lilt, one tune, one thread, float32 weights",
            "one-float32 1",
            $"{figures.Times("one-float32 1", $"onnx {oneThread}")} ONNX Runtime"
        );
        Row($"ONNX Runtime, one thread ({oneThread})", $"onnx {oneThread}", string.Empty);
        if (python is not null)
        {
            Row($"PyTorch ({torchMany})", "torch many", $"Lilt: {figures.Times("many", "torch many")}");
            Row("PyTorch, two processes side by side", "torch two", $"Lilt: {figures.Times("many", "torch two")}");
            Row($"PyTorch ({torchOne})", "torch one", $"Lilt: {figures.Times("one", "torch one")}");
            Row($"NumPy, one tune ({numPy})", "numpy", $"Lilt: {figures.Times("one", "numpy")}");
        }

        void Row(string title, string name, string remark) =>
            Console.WriteLine($"{title, -46} {figures.Median(name), 8:F0} tokens/s  {remark}");
    }

    private static readonly string[] Graphs = ["lstm", "plain"];

    private static OnnxSetting BestOfOnnx(IEnumerable<OnnxSetting> settings) =>
        settings.MaxBy(setting => MeasuredAlone.Of($"onnx {setting}").Figure);
}
