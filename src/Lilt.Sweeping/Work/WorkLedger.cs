using Lilt.Operations;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>What one who works at a sweep has settled, and whom he tells.</summary>
internal sealed class WorkLedger(SweepFolder folder, long all, IProgress<SweepProgress>? progress)
{
    private readonly List<ShardFailure> failed = [];
    private long made;
    private long stood;
    private long tunes;
    private long tokens;

    /// <summary>Whether a shard needs no work; then it is counted, and what is left beside a whole one is tidied up.</summary>
    public bool IsSettled(Shard shard)
    {
        if (!folder.IsSettled(shard, out ShardFailure? aside))
        {
            return false;
        }

        if (aside is null)
        {
            folder.Store.Clean(shard);
            folder.Failures.Forget(shard);
            stood++;
        }
        else
        {
            failed.Add(aside);
        }

        Tell(0);
        return true;
    }

    public void Wrote(int count, double share)
    {
        tunes++;
        tokens += count;
        Tell(share);
    }

    public void Share(double share) => Tell(share);

    public void Made(Shard shard)
    {
        folder.Failures.Forget(shard);
        made++;
        Tell(0);
    }

    /// <summary>Counts a failure.</summary>
    /// <returns>Whether it was the last: the shard is set aside.</returns>
    public bool Failed(Shard shard, Exception e)
    {
        ShardFailure failure = folder.Failures.Add(shard, e.Message);
        if (failure.IsSetAside)
        {
            failed.Add(failure);
            Tell(0);
        }

        return failure.IsSetAside;
    }

    public SweepOutcome Outcome() => new(made, stood, failed, tunes, tokens);

    /// <summary>Whether what was thrown is a fault of the shard; a full disk, say, is none.</summary>
    public static bool IsOfTheShard(Exception e) =>
        e
            is PlanFormatException
                or SweepFormatException
                or StudyRefusedException
                or NothingToControlException
                or FormatException
                or ArgumentException;

    private void Tell(double share) => progress?.Report(new SweepProgress(made + stood + failed.Count, all, share, tunes, tokens));
}
