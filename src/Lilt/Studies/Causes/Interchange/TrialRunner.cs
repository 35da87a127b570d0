using System.Collections.Concurrent;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Causes.Interchange;

/// <summary>Runs many trials side by side on one set of weights. A trial gives the same bits whatever runs beside it.</summary>
/// <param name="model">The network.</param>
/// <param name="events">What is asked for after each read: the probability that one of some tokens comes.</param>
/// <param name="temperature">Divides the logits, over 0.</param>
/// <param name="threads">Changes speed alone.</param>
/// <param name="cancellation">Ends the work within a step.</param>
internal sealed class TrialRunner(
    Model model,
    IReadOnlyList<IReadOnlyList<Token>> events,
    float temperature,
    int threads,
    CancellationToken cancellation
)
{
    /// <summary>Trials side by side on one thread: enough that a row of weights is used often while it is in the cache.</summary>
    private const int Slots = 96;

    private readonly int[][] tokens = [.. events.Select(of => of.Select(token => token.Index).ToArray())];
    private long reads;

    /// <summary>The logarithm of the smallest float over 0: what an event of no probability is given.</summary>
    public static double Least { get; } = Math.Log(float.Epsilon);

    /// <summary>All tokens read so far.</summary>
    public long Reads => Interlocked.Read(ref reads);

    /// <summary>Runs trials.</summary>
    /// <param name="trials">Any number; each is filled in.</param>
    /// <param name="done">Told what share is done, on any thread; null for nobody.</param>
    public void Run(IReadOnlyList<Trial> trials, Action<double>? done = null)
    {
        // Of like length together, so that the slots of a batch end together.
        Trial[][] batches =
        [
            .. trials
                .OrderByDescending(trial => trial.Tokens.Count)
                .Chunk(Math.Clamp((trials.Count + threads - 1) / Math.Max(threads, 1), 1, Slots)),
        ];
        long all = trials.Sum(trial => (long)trial.Tokens.Count);
        long sofar = 0;
        Parallel.ForEach(
            Partitioner.Create(batches, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            () => new StepBatch(model, Slots),
            (batch, _, slots) =>
            {
                if (batch.Any(trial => trial.Up is not null))
                {
                    Trial?[] bySlot = new Trial?[Slots];
                    batch.CopyTo(bySlot, 0);
                    TrialProbe probe = new(bySlot, model.Shape.Units);
                    Run(slots, batch, ref probe);
                }
                else
                {
                    NoProbe probe = default;
                    Run(slots, batch, ref probe);
                }

                long read = batch.Sum(trial => (long)trial.Tokens.Count);
                Interlocked.Add(ref reads, read);
                done?.Invoke((double)Interlocked.Add(ref sofar, read) / Math.Max(all, 1));
                return slots;
            },
            slots => slots.Dispose()
        );
    }

    private void Run<TProbe>(StepBatch slots, Trial[] trials, ref TProbe probe)
        where TProbe : struct, IStepProbe
    {
        NoProbe none = default;
        for (int slot = 0; slot < trials.Length; slot++)
        {
            slots.Reset(slot, ref none);
            trials[slot].Start?.Write(slots, slot);
            trials[slot].Begin(tokens.Length);
        }

        int[] all = [.. Enumerable.Range(0, trials.Length)];
        int active = trials.Length;
        for (int read = 0; ; read++)
        {
            cancellation.ThrowIfCancellationRequested();
            while (active > 0 && trials[active - 1].Tokens.Count <= read)
            {
                active--;
            }

            if (active == 0)
            {
                return;
            }

            for (int slot = 0; slot < active; slot++)
            {
                foreach ((int at, SwappedParts parts, NetworkState donor) in trials[slot].Swaps)
                {
                    if (at == read)
                    {
                        parts.Apply(slots, slot, donor);
                    }
                }

                slots.SetInput(slot, trials[slot].Tokens[read]);
            }

            slots.Step(all.AsSpan(0, active), temperature, ref probe);
            for (int slot = 0; slot < active; slot++)
            {
                Keep(slots, slot, trials[slot], read);
            }
        }
    }

    private void Keep(StepBatch slots, int slot, Trial trial, int read)
    {
        ReadOnlySpan<float> posterior = slots.Posterior(slot);
        for (int of = 0; of < tokens.Length; of++)
        {
            double sum = 0;
            foreach (int token in tokens[of])
            {
                sum += posterior[token];
            }

            trial.Found[(read * tokens.Length) + of] = Math.Max(Math.Log(sum), Least);
        }

        foreach ((int at, NetworkState into) in trial.Kept)
        {
            if (at == read)
            {
                into.Read(slots, slot);
            }
        }

        if (read == trial.Tokens.Count - 1 && trial.LastPosterior is { } last)
        {
            posterior.CopyTo(last);
        }
    }
}
