using System.Globalization;
using BenchmarkDotNet.Running;
using Lilt.Benchmarks;
using Lilt.Benchmarks.Playing;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Planting;
using Lilt.Planting.Causes;
using Lilt.Studies.Control;
using Lilt.Tests.Network.Kernels;
using Lilt.WeightFiles;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args.FirstOrDefault())
{
    case "compare":
        Comparison.Run(args.ElementAtOrDefault(1));
        TrainingComparison.Run(new NetworkShape(3, 512, 137), args.ElementAtOrDefault(1), rounds: 3);
        SwapComparison.Run(args.ElementAtOrDefault(1), rounds: 3);
        break;
    case "compare-swaps":
        SwapComparison.Run(args.ElementAtOrDefault(1), rounds: 3);
        break;
    case "measure":
        MeasuredAlone.Measure(string.Join(' ', args[1..]));
        break;
    case "compare-training":
        TrainingComparison.Run(new NetworkShape(3, 512, 137), args.ElementAtOrDefault(1), rounds: 1);
        break;
    case "control":
        ControlRates.Run(
            args.Length > 1 ? ModelFile.Read(args[1]) : ControlRates.RandomModel(),
            args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : new ControlOptions().Tunes
        );
        break;
    case "known-answers":
        KnownAnswers.Run(
            args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 4,
            args.Length > 2 ? Enum.Parse<PlantedKind>(args[2]) : null
        );
        break;
    case "null-studies":
        KnownAnswers.RunNull(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 40);
        break;
    case "causal-answers":
        CausalAnswers.Run(
            args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3,
            args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 48,
            args.Length > 3 && args[3] != "all" ? Enum.Parse<CausalKind>(args[3]) : null,
            args.Length > 4 ? uint.Parse(args[4], CultureInfo.InvariantCulture) : 1,
            args.ElementAtOrDefault(5)
        );
        break;
    case "errors":
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            double error = ActivationError.Largest(activation, LstmKernels.Best, stride: 1, out float at);
            Console.WriteLine($"{activation}: largest error {error:F4} ulp, at {at:R}");
        }

        break;
    case "play-check":
        PlayCheck.Run(args[1..]);
        break;
    case "sweeps":
        SweepRates.Run(
            args[1],
            args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 4000,
            args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 3
        );
        break;
    case "boundaries":
        Boundaries.Run(ModelFile.Read(args[1]), tunes: 4);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Comparison).Assembly).Run(args);
        break;
}
