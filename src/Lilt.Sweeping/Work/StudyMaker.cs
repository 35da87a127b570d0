using Lilt.Files;
using Lilt.Network;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>Makes shards of studies and of controls' sets, one after the other, each on all threads.</summary>
internal sealed class StudyMaker(ShardStore store, int threads, WorkLedger ledger) : IShardMaker
{
    public IReadOnlyList<Shard> Make(IReadOnlyList<Shard> shards, CancellationToken cancellation)
    {
        Model model = shards[0].Model.Read();
        List<Shard> taken = [];
        foreach (Shard shard in shards)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    if (!TryMake(shard, model, cancellation))
                    {
                        taken.Add(shard);
                    }

                    break;
                }
                catch (Exception e) when (WorkLedger.IsOfTheShard(e))
                {
                    if (ledger.Failed(shard, e))
                    {
                        break;
                    }
                }
            }
        }

        return taken;
    }

    private bool TryMake(Shard shard, Model model, CancellationToken cancellation)
    {
        KeyValuePair<string, string>[] settings = [new("shard", shard.Name)];
        string path = store.UnfinishedPathOf(shard);
        ResumableFile kept;
        try
        {
            kept = ResumedOrBegun.Open(path, settings);
        }
        catch (PlaceTakenException)
        {
            return false;
        }

        using (kept)
        {
            if (store.Has(shard))
            {
                return false;
            }

            TableFile.Write(store.PathOf(shard), Made(shard, model, kept, cancellation));
            kept.Discard();
        }

        ledger.Made(shard);
        return true;
    }

    private IReadOnlyList<TableColumn> Made(Shard shard, Model model, ResumableFile kept, CancellationToken cancellation)
    {
        try
        {
            return shard.Sweep.Task == SweepTask.Control
                ? new ControlShard(shard, model, kept, threads).Make(ledger.Share, cancellation)
                : new StudyShard(shard, model, kept, threads).Make(ledger.Share, cancellation);
        }
        catch (AggregateException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
    }
}
