using System.Diagnostics;
using System.Globalization;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Tests.Reference;

namespace Lilt.Benchmarks;

/// <summary>
/// Figures each measured in a process of its own, which does nothing else: no other's memory, compiled code or threads are in it.
/// The process prints the figure and the most memory that it held.
/// </summary>
internal static class MeasuredAlone
{
    private static readonly NetworkShape Shape = new(3, 512, 137);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(8);

    /// <summary>The child's part: measures what <paramref name="name"/> says and prints it.</summary>
    public static void Measure(string name)
    {
        double figure = Figure(name.Split(' '));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{figure:R} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}"));
    }

    /// <summary>Has a process of its own measure it.</summary>
    /// <returns>The figure, and the most memory that the process held, in MB.</returns>
    public static (double Figure, int Megabytes) Of(string name)
    {
        // Started by the host or as a program of its own.
        string program = Environment.ProcessPath!;
        string library =
            Path.GetFileNameWithoutExtension(program) == "dotnet" ? typeof(MeasuredAlone).Assembly.Location + " " : string.Empty;
        string[] words = Scripts.Run(program, $"{library}measure {name}").Split(' ');
        double figure = double.Parse(words[0], CultureInfo.InvariantCulture);
        Console.Error.WriteLine($"{name}: {figure:G5}");
        return (figure, int.Parse(words[1], CultureInfo.InvariantCulture));
    }

    private static double Figure(string[] words)
    {
        int threads = words.Length > 1 ? int.Parse(words[^1], CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        return words[0] switch
        {
            "peak" => MachinePeak.MultiplyAddRate(threads, Short),
            "read" => MachinePeak.ReadRate(threads, Short),
            "many" => GenerationRates.Many(Network(), threads),
            "recorded" => GenerationRates.Recorded(Network(), threads),
            "swaps" => SwapRates.Measure(Network(), threads),
            "one" => GenerationRates.One(Network(), threads, Short),
            "one-float32" => GenerationRates.One(Endless(RandomModels.Create(Shape, scale: 1)), threads, Short),
            "training" => TrainingRates.Updates(Shape, threads, Long),
            "onnx" => OnnxSetting.Parse(words[1..]).Measure(Network(), Short),
            _ => throw new ArgumentException($"Nothing to measure is called '{words[0]}'.", nameof(words)),
        };
    }

    /// <summary>Random weights of float16, as the network that is shipped has.</summary>
    private static Model Network() => Endless(RandomModels.CreateHalf(Shape, scale: 1));

    /// <summary>
    /// A network that never ends a tune of itself: every tune is cut at the limit, and every slot is full from first to last.
    /// </summary>
    private static Model Endless(Model model) =>
        RandomModels.Changed(model, weights => weights.OutputBias[model.Vocabulary.End.Index] = -100f);
}
