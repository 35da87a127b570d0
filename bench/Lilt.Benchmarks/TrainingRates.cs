using System.Diagnostics;
using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Training;
using Lilt.Training.Kernels;

namespace Lilt.Benchmarks;

/// <summary>How fast Lilt trains: whole updates of one batch, forward, backward, clipping, Adam and packing.</summary>
internal static class TrainingRates
{
    /// <summary>Tunes in the batch.</summary>
    public const int Batch = 64;

    private const int TunesAShard = 16;

    /// <summary>
    /// Steps of the tunes, longest first: 140 to 161, a batch of similar length about the corpus's median of 151.
    /// </summary>
    public static IReadOnlyList<int> Lengths { get; } = [.. Enumerable.Range(0, Batch).Select(tune => 161 - (tune / 3))];

    /// <summary>
    /// Floating-point operations of training on one token: three times the forward products, two operations a weight. Layer 1's
    /// input is a row that is read, no product, and is not counted; neither are activations, biases and the optimiser.
    /// </summary>
    public static double OperationsPerToken(NetworkShape shape)
    {
        double weights =
            (4.0 * shape.Units * shape.Units)
            + ((shape.Layers - 1) * 4.0 * shape.Units * 2 * shape.Units)
            + ((double)shape.Units * shape.Tokens);
        return 3 * 2 * weights;
    }

    /// <summary>Tokens a second; padding there is none.</summary>
    public static double Updates(NetworkShape shape, int threads, TimeSpan time)
    {
        TrainingConfig config = new()
        {
            Dropout = 0,
            Optimizer = OptimizerKind.Adam,
            LearningRate = 1e-4,
        };
        ParameterLayout layout = new(shape);
        using FloatMemory weights = new(layout.Length);
        ParameterCopy.Read(Initialisation.Draw(config, shape, CounterRandom.OfSeed(1), threads), layout, weights);
        using PackedParameters packed = new(layout, weights);
        packed.Pack(threads);
        GradientKernels kernels = GradientKernels.Best;
        using BatchGradient gradient = new(
            layout,
            new TunePass(layout, weights, packed, float.PositiveInfinity, LstmKernels.Best, kernels),
            threads,
            kernels
        );
        using Optimizer optimizer = new(config, layout, OptimizerKernels.Best, threads);
        CounterRandom random = CounterRandom.OfSeed(2);
        IReadOnlyList<PackedTunes> shards = BatchPlan.Shards(
            [
                .. Lengths.Select(
                    (steps, tune) =>
                        new CorpusTune(
                            tune,
                            [.. Enumerable.Range(0, steps + 1).Select(n => new Token((int)(random.Part(tune).Uniform(n) * shape.Tokens)))]
                        )
                ),
            ],
            TunesAShard
        );
        int tokens = Lengths.Sum();
        long update = 0;
        Update();
        long began = Stopwatch.GetTimestamp();
        long first = update;
        do
        {
            Update();
        } while (Stopwatch.GetElapsedTime(began) < time);

        return (update - first) * tokens / Stopwatch.GetElapsedTime(began).TotalSeconds;

        void Update()
        {
            gradient.Compute(shards, default, false, 1f / tokens);
            double norm = gradient.Norm();
            optimizer.Step(weights, gradient.Gradient, Math.Min(1.0, 1.0 / norm), config.LearningRate, update++);
            packed.Pack(threads);
        }
    }
}
