using System.Globalization;

namespace Lilt.Benchmarks;

/// <summary>Tokens a second of PyTorch and NumPy, and the settings with which they have the most.</summary>
/// <param name="folder">The folder of the Python scripts.</param>
internal sealed class PythonRates(string folder)
{
    /// <summary>The system's own Python, which has Debian's packages.</summary>
    public const string Python = "/usr/bin/python3";
    private const int Seconds = 3;
    private static readonly int[] Batches = [16, 32, 64, 128, 256];
    private static readonly string[] Ways = ["", "--cell"];

    /// <summary>
    /// What OpenBLAS may be told to run: its own choice, then the products of other processors, which on a virtual machine are at times
    /// the better. One that this processor cannot run ends in a fault and is left out.
    /// </summary>
    public static readonly string?[] CoreTypes = [null, "Haswell", "Zen", "SkylakeX", "Cooperlake"];

    /// <summary>One way of running a script.</summary>
    /// <param name="Script">The script.</param>
    /// <param name="Arguments">Its arguments.</param>
    /// <param name="CoreType">What OpenBLAS is told; null for its own choice.</param>
    internal readonly record struct Setting(string Script, string Arguments, string? CoreType)
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Arguments.Trim()}, products for {CoreType ?? "the processor found"}";
    }

    /// <summary>Which library and kernel the two run.</summary>
    public string Kernel() => Scripts.Run(Python, Path.Combine(folder, "blas_kernel.py")).Trim();

    /// <summary>PyTorch with many tunes at once.</summary>
    public Setting BestOfMany(int threads) =>
        Best(
            from batch in Batches
            from count in Enumerable.Range(1, threads)
            from way in Ways
            select new Setting("pytorch_sampler.py", FormattableString.Invariant($"{batch} {count} {Seconds} {way}"), null)
        );

    /// <summary>PyTorch with one tune.</summary>
    public Setting BestOfOne(int threads) =>
        Best(
            from count in Enumerable.Range(1, threads)
            from way in Ways
            select new Setting("pytorch_sampler.py", FormattableString.Invariant($"1 {count} {Seconds} {way}"), null)
        );

    /// <summary>NumPy with one tune.</summary>
    public Setting BestOfNumPy() => Best([new Setting("numpy_sampler.py", $"{Seconds}", null)]);

    /// <summary>Tokens a second; 0 where the products are none for this processor.</summary>
    public double Measure(Setting setting)
    {
        try
        {
            return double.Parse(
                Scripts.Run(Python, $"{Path.Combine(folder, setting.Script)} {setting.Arguments}", setting.CoreType),
                CultureInfo.InvariantCulture
            );
        }
        catch (ScriptFailedException)
        {
            return 0;
        }
    }

    /// <summary>Two processes side by side.</summary>
    public double SideBySide(Setting setting)
    {
        Task<double>[] both = [Task.Run(() => Measure(setting)), Task.Run(() => Measure(setting))];
        Task.WaitAll(both);
        return both.Sum(task => task.Result);
    }

    /// <summary>The best of the settings with OpenBLAS's own choice, then of the core types with that one.</summary>
    private Setting Best(IEnumerable<Setting> settings)
    {
        Setting best = settings.MaxBy(Told);
        return CoreTypes.Select(type => best with { CoreType = type }).MaxBy(Told);
    }

    private double Told(Setting setting)
    {
        double rate = Measure(setting);
        Console.Error.WriteLine($"{setting.Script} {setting}: {rate:G5}");
        return rate;
    }
}
