using System.Collections.Concurrent;
using Lilt.Gradients;
using Lilt.Gradients.Kernels;

namespace Lilt.Training;

/// <summary>
/// The loss and gradient of a batch on any number of threads. The batch is dealt into shards by a rule that knows nothing of
/// threads, each shard has a gradient of its own, and these are added in the shards' order: every bit is the same on one thread
/// and on many.
/// </summary>
internal sealed unsafe class BatchGradient : IDisposable
{
    private const int Chunk = 1 << 16;
    private readonly ParameterLayout layout;
    private readonly TunePass pass;
    private readonly int threads;
    private readonly GradientKernels kernels;
    private readonly ConcurrentBag<PassWorkspace> workspaces = [];
    private readonly List<FloatMemory> gradients = [];

    /// <param name="layout">The network's layout.</param>
    /// <param name="pass">The pass over one shard.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="kernels">The kernels of gradients.</param>
    public BatchGradient(ParameterLayout layout, TunePass pass, int threads, GradientKernels kernels)
    {
        this.layout = layout;
        this.pass = pass;
        this.threads = threads;
        this.kernels = kernels;
    }

    /// <summary>The gradient that <see cref="Compute"/> left.</summary>
    public FloatMemory Gradient => gradients[0];

    /// <summary>Nats summed over the batch's rows; <see cref="Gradient"/> holds the gradient times <paramref name="scale"/>.</summary>
    public double Compute(IReadOnlyList<PackedTunes> shards, Dropout dropout, bool dropOutput, float scale)
    {
        while (gradients.Count < shards.Count)
        {
            gradients.Add(new FloatMemory(layout.Length));
        }

        double[] losses = new double[shards.Count];
        Parallel.For(
            0,
            shards.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            shard =>
            {
                if (!workspaces.TryTake(out PassWorkspace? work))
                {
                    work = new PassWorkspace(layout, backward: true);
                }

                PackedTunes tunes = shards[shard];
                TokenLoss row = new(tunes.Targets, scale);
                losses[shard] = pass.Gradient(tunes.Steps, work, dropout, dropOutput, row, gradients[shard]);
                workspaces.Add(work);
            }
        );

        AddShards(shards.Count);
        double loss = 0.0;
        foreach (double shardLoss in losses)
        {
            loss += shardLoss;
        }

        return loss;
    }

    /// <summary>The Euclidean norm of <see cref="Gradient"/>, summed in double in an order that threads don't change.</summary>
    public double Norm()
    {
        int chunks = (int)((layout.Length + Chunk - 1) / Chunk);
        double[] sums = new double[chunks];
        Parallel.For(
            0,
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            chunk =>
            {
                double sum = 0.0;
                foreach (float value in Gradient.Part((long)chunk * Chunk, (int)Math.Min(Chunk, layout.Length - ((long)chunk * Chunk))))
                {
                    sum += (double)value * value;
                }

                sums[chunk] = sum;
            }
        );

        double total = 0.0;
        foreach (double sum in sums)
        {
            total += sum;
        }

        return Math.Sqrt(total);
    }

    public void Dispose()
    {
        foreach (PassWorkspace work in workspaces)
        {
            work.Dispose();
        }

        foreach (FloatMemory gradient in gradients)
        {
            gradient.Dispose();
        }
    }

    private void AddShards(int count)
    {
        int chunks = (int)((layout.Length + Chunk - 1) / Chunk);
        Parallel.For(
            0,
            chunks,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            chunk =>
            {
                long start = (long)chunk * Chunk;
                int length = (int)Math.Min(Chunk, layout.Length - start);
                for (int shard = 1; shard < count; shard++)
                {
                    kernels.Add(gradients[shard].Start + start, gradients[0].Start + start, length);
                }
            }
        );
    }
}
