using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Training.Kernels;

namespace Lilt.Training;

/// <summary>Changes the weights by a gradient, in pieces whose results do not depend on the threads.</summary>
internal sealed unsafe class Optimizer : IDisposable
{
    private const int Chunk = 1 << 16;
    private readonly TrainingConfig config;
    private readonly OptimizerKernels kernels;
    private readonly List<(long Start, int Length, bool Decays)> pieces = [];
    private readonly int threads;

    public Optimizer(TrainingConfig config, ParameterLayout layout, OptimizerKernels kernels, int threads)
    {
        this.config = config;
        this.kernels = kernels;
        this.threads = threads;
        SecondMoments = new FloatMemory(layout.Length);
        FirstMoments = config.Optimizer == OptimizerKind.RmsProp ? null : new FloatMemory(layout.Length);
        long at = 0;
        foreach ((long start, long length) in layout.Matrices())
        {
            AddPieces(at, start, false);
            AddPieces(start, start + length, true);
            at = start + length;
        }

        AddPieces(at, layout.Length, false);
    }

    /// <summary>m of Adam; none for RMSprop.</summary>
    public FloatMemory? FirstMoments { get; }

    /// <summary>v of Adam, the mean square of RMSprop.</summary>
    public FloatMemory SecondMoments { get; }

    /// <summary>One update.</summary>
    /// <param name="weights">Changed in place.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="scale">What the gradient is multiplied by first.</param>
    /// <param name="rate">The learning rate.</param>
    /// <param name="update">The update's number, from 0.</param>
    public void Step(FloatMemory weights, FloatMemory gradient, double scale, double rate, long update)
    {
        AdamStep step = new(
            (float)scale,
            (float)rate,
            (float)config.FirstMomentDecay,
            (float)config.SecondMomentDecay,
            (float)(1.0 - Math.Pow(config.FirstMomentDecay, update + 1)),
            (float)(1.0 - Math.Pow(config.SecondMomentDecay, update + 1)),
            (float)config.Epsilon
        );
        Parallel.For(
            0,
            pieces.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            index =>
            {
                (long start, int length, bool decays) = pieces[index];
                float* w = weights.Start + start;
                float* g = gradient.Start + start;
                if (FirstMoments is null)
                {
                    kernels.RmsProp(
                        w,
                        g,
                        SecondMoments.Start + start,
                        length,
                        step.GradientScale,
                        step.Rate,
                        step.SecondDecay,
                        step.Epsilon
                    );
                    return;
                }

                float decay = decays && config.Optimizer == OptimizerKind.AdamW ? (float)config.WeightDecay : 0f;
                kernels.Adam(w, g, FirstMoments.Start + start, SecondMoments.Start + start, length, step, decay);
            }
        );
    }

    /// <summary>
    /// Moves the running average of the weights. Early in a run the average is shorter, so that the start is soon forgotten.
    /// </summary>
    public void Average(FloatMemory weights, FloatMemory average, long update)
    {
        double decay = Math.Min(config.AverageDecay, (1.0 + update) / (10.0 + update));
        Parallel.For(
            0,
            pieces.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            index =>
            {
                (long start, int length, _) = pieces[index];
                kernels.Average(weights.Start + start, average.Start + start, length, (float)(1.0 - decay));
            }
        );
    }

    public void Dispose()
    {
        FirstMoments?.Dispose();
        SecondMoments.Dispose();
    }

    private void AddPieces(long start, long end, bool decays)
    {
        for (long at = start; at < end; at += Chunk)
        {
            pieces.Add((at, (int)Math.Min(Chunk, end - at), decays));
        }
    }
}
