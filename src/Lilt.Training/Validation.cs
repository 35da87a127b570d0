using System.Collections.Concurrent;
using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network.Kernels;

namespace Lilt.Training;

/// <summary>The loss of given weights on tunes that are not trained on, without dropout.</summary>
internal sealed class Validation : IDisposable
{
    private const int TunesTogether = 24;
    private readonly FloatMemory weights;
    private readonly PackedParameters packed;
    private readonly TunePass pass;
    private readonly PackedTunes[] groups;
    private readonly ParameterLayout layout;
    private readonly int threads;

    /// <param name="layout">The network's layout.</param>
    /// <param name="tunes">The tunes; at least one.</param>
    /// <param name="threads">Threads, at least 1.</param>
    public Validation(ParameterLayout layout, IReadOnlyList<CorpusTune> tunes, int threads)
    {
        this.layout = layout;
        this.threads = threads;
        weights = new FloatMemory(layout.Length);
        packed = new PackedParameters(layout, weights);
        pass = new TunePass(layout, weights, packed, float.PositiveInfinity, LstmKernels.Best, GradientKernels.Best);
        groups =
        [
            .. tunes
                .OrderByDescending(tune => tune.Steps)
                .ThenBy(tune => tune.Position)
                .Chunk(TunesTogether)
                .Select(group => new PackedTunes(group)),
        ];
        Tokens = tunes.Sum(tune => (long)tune.Steps);
        Tunes = tunes.Count;
    }

    /// <summary>Tokens that the loss is over.</summary>
    public long Tokens { get; }

    /// <summary>Tunes that the loss is over.</summary>
    public int Tunes { get; }

    /// <summary>Nats summed over all tokens; the sum's order does not depend on the threads.</summary>
    public double Loss(FloatMemory source)
    {
        weights.CopyFrom(source);
        packed.Pack(threads);
        double[] losses = new double[groups.Length];
        ConcurrentBag<PassWorkspace> workspaces = [];
        try
        {
            Parallel.For(
                0,
                groups.Length,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                group =>
                {
                    if (!workspaces.TryTake(out PassWorkspace? work))
                    {
                        work = new PassWorkspace(layout, backward: false);
                    }

                    losses[group] = pass.Loss(groups[group].Steps, work, new TokenLoss(groups[group].Targets, 0f));
                    workspaces.Add(work);
                }
            );
        }
        finally
        {
            foreach (PassWorkspace work in workspaces)
            {
                work.Dispose();
            }
        }

        double loss = 0.0;
        foreach (double group in losses)
        {
            loss += group;
        }

        return loss;
    }

    public void Dispose()
    {
        packed.Dispose();
        weights.Dispose();
    }
}
