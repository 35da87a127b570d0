using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>
/// Makes shards of tunes in one run of the generator: the slots that a shard's last tunes leave empty take the first of the next, so that no
/// slot waits between shards.
/// </summary>
internal sealed class TuneStream(ShardStore store, int threads, WorkLedger ledger) : IShardMaker
{
    // As many as the generator's window: it never holds back for want of a shard.
    private const int AtOnce = 4096;

    private readonly Lock gate = new();
    private readonly Queue<TuneShard> open = [];

    public IReadOnlyList<Shard> Make(IReadOnlyList<Shard> shards, CancellationToken cancellation)
    {
        Model model = shards[0].Model.Read();
        List<Shard> taken = [];
        Queue<Shard> left = new(shards);
        while (left.Count > 0)
        {
            Exception? fault = Together(model, left, taken, cancellation, out Shard[] suspects);
            foreach (Shard suspect in suspects)
            {
                // One of those that were under way; which one is seen when each is made alone.
                while (fault is not null)
                {
                    Exception? own = Together(model, new Queue<Shard>([suspect]), taken, cancellation, out _);
                    if (own is null || ledger.Failed(suspect, own))
                    {
                        break;
                    }
                }
            }
        }

        return taken;
    }

    /// <summary>Makes shards until none is left, or one fails.</summary>
    /// <returns>What failed; null where nothing did.</returns>
    private Exception? Together(Model model, Queue<Shard> left, List<Shard> taken, CancellationToken cancellation, out Shard[] suspects)
    {
        suspects = [];
        RunOptions run = new()
        {
            AtOnce = AtOnce,
            Temperature = left.Peek().Temperature,
            Threads = threads,
        };
        try
        {
            foreach (
                GeneratedTune tune in TuneGenerator.RunOperated(
                    model,
                    Requests(model, left, taken),
                    run,
                    () => default(NoTuneProbe),
                    cancellation
                )
            )
            {
                TuneShard shard = First();
                shard.Take(tune);
                ledger.Wrote(tune.Tokens.Count - 1, (double)shard.Whole / shard.Shard.Points);
                cancellation.ThrowIfCancellationRequested();
            }

            First();
            return null;
        }
        catch (Exception e) when (WorkLedger.IsOfTheShard(e))
        {
            suspects = [.. open.Select(shard => shard.Shard)];
            return e;
        }
        finally
        {
            while (open.TryDequeue(out TuneShard? shard))
            {
                shard.Dispose();
            }
        }
    }

    /// <summary>The first shard that lacks a tune; those before it are completed. Null at the end.</summary>
    private TuneShard First()
    {
        while (true)
        {
            TuneShard? first;
            lock (gate)
            {
                open.TryPeek(out first);
            }

            if (first is not { IsWhole: true })
            {
                return first!;
            }

            first.Complete();
            first.Dispose();
            lock (gate)
            {
                open.Dequeue();
            }

            ledger.Made(first.Shard);
        }
    }

    // Called as slots become free, on the generator's threads, one at a time.
    private IEnumerable<TuneRequest> Requests(Model model, Queue<Shard> left, List<Shard> taken)
    {
        while (left.TryDequeue(out Shard? shard))
        {
            if (TryOpen(shard, model, taken) is { } opened)
            {
                TuneRequest[] requests = [.. opened.Left()];
                lock (gate)
                {
                    open.Enqueue(opened);
                }

                foreach (TuneRequest request in requests)
                {
                    yield return request;
                }
            }
        }
    }

    private TuneShard? TryOpen(Shard shard, Model model, List<Shard> taken)
    {
        while (true)
        {
            try
            {
                TuneShard opened = new(shard, model, store);
                if (!store.Has(shard))
                {
                    return opened;
                }

                // Somebody made it before it was taken here.
                opened.Dispose();
                taken.Add(shard);
                return null;
            }
            catch (PlaceTakenException)
            {
                taken.Add(shard);
                return null;
            }
            catch (Exception e) when (WorkLedger.IsOfTheShard(e))
            {
                if (ledger.Failed(shard, e))
                {
                    return null;
                }
            }
        }
    }
}
