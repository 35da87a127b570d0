using Lilt.Files;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>How far a sweep is, whoever works at it.</summary>
/// <param name="Shards">How many there are.</param>
/// <param name="Whole">How many are whole.</param>
/// <param name="Begun">How many more are begun.</param>
/// <param name="Workers">How many work at it now.</param>
/// <param name="Failures">What failed, also what is tried again.</param>
public sealed record SweepStatus(long Shards, long Whole, long Begun, int Workers, IReadOnlyList<ShardFailure> Failures)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether nothing is left to be made but what was set aside.</summary>
    public bool IsDone => Whole + Failures.Count(failure => failure.IsSetAside) >= Shards;

    /// <summary>Looks.</summary>
    public static SweepStatus Of(SweepFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        long whole = 0;
        long begun = 0;
        foreach (Shard shard in folder.Shards.All())
        {
            bool isWhole = folder.Store.Has(shard);
            whole += isWhole ? 1 : 0;
            begun += !isWhole && folder.Store.IsBegun(shard) ? 1 : 0;
        }

        return new SweepStatus(folder.Shards.Count, whole, begun, WorkersAt(folder), folder.Failures.All());
    }

    /// <summary>Asks everybody who works at a sweep to end, and waits until they have; whole tunes are kept.</summary>
    /// <returns>How many ended.</returns>
    /// <exception cref="OperationCanceledException">The waiting was cancelled; the wish stands.</exception>
    public static int Cancel(SweepFolder folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        int workers = WorkersAt(folder);
        if (workers == 0)
        {
            return 0;
        }

        File.WriteAllBytes(folder.CancelPath, []);
        while (WorkersAt(folder) > 0)
        {
            if (cancellation.WaitHandle.WaitOne(Between))
            {
                throw new OperationCanceledException(cancellation);
            }
        }

        File.Delete(folder.CancelPath);
        return workers;
    }

    /// <summary>Forgets a wish to end that nobody is left to hear; where somebody is, nobody begins.</summary>
    internal static void ForgetOldCancel(SweepFolder folder)
    {
        if (!File.Exists(folder.CancelPath))
        {
            return;
        }

        if (WorkersAt(folder) > 0)
        {
            throw new SweepFormatException($"{folder.FullPath} is being cancelled: wait until those who work there have ended.");
        }

        File.Delete(folder.CancelPath);
    }

    /// <summary>How many have said that they work here, some of whom may have been killed; no lock is tried.</summary>
    internal static int WorkersNamed(SweepFolder folder) => Directory.EnumerateFiles(folder.Workers, "*" + PlaceLock.Suffix).Count();

    private static int WorkersAt(SweepFolder folder) =>
        Directory.Exists(folder.Workers)
            ? Directory.EnumerateFiles(folder.Workers, "*" + PlaceLock.Suffix).Count(path => IsHeld(path[..^PlaceLock.Suffix.Length]))
            : 0;

    // A lock that a killed run left is taken, and removed with that.
    private static bool IsHeld(string place)
    {
        try
        {
            PlaceLock.Take(place).Dispose();
            return false;
        }
        catch (PlaceTakenException)
        {
            return true;
        }
    }
}
