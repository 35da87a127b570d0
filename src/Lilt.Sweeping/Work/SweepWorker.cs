using System.Diagnostics;
using System.Globalization;
using Lilt.Files;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>
/// Works at a sweep's shards: makes those that are not there. Any number of them may work at one folder at once, on one machine or many that
/// share it; each takes shards that nobody makes.
/// </summary>
public sealed class SweepWorker
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    // Fifty looks a second at a shared folder for a wish to end, over all who work there: a thousand look every twenty seconds.
    private static readonly TimeSpan BetweenAWorker = TimeSpan.FromMilliseconds(20);

    private readonly SweepFolder folder;
    private readonly int threads;

    /// <param name="folder">The sweep.</param>
    /// <param name="threads">Threads, at least 1; they change speed alone.</param>
    public SweepWorker(SweepFolder folder, int threads)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.folder = folder;
        this.threads = threads;
    }

    /// <summary>Makes shards.</summary>
    /// <param name="numbers">Which, from 0, each once.</param>
    /// <param name="again">Whether those that were set aside are tried again.</param>
    /// <param name="progress">Told of every tune and every shard; null for nobody.</param>
    /// <param name="cancellation">Ends the work within a step; whole tunes are kept.</param>
    /// <exception cref="Plans.SweepFormatException">A network is another than when the sweep began, or gone.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled, by this or by <see cref="SweepStatus.Cancel"/>.</exception>
    public SweepOutcome Run(
        IReadOnlyList<long> numbers,
        bool again = false,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(numbers);
        using PlaceLock here = Here();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using Timer watch = new(
            _ =>
            {
                if (File.Exists(folder.CancelPath))
                {
                    stop.Cancel();
                }
            },
            null,
            TimeSpan.Zero,
            SweepStatus.WorkersNamed(folder) * BetweenAWorker is { } rare && rare > Between ? rare : Between
        );
        try
        {
            return Work(numbers, again, progress, stop.Token);
        }
        finally
        {
            using ManualResetEvent ended = new(false);
            watch.Dispose(ended);
            ended.WaitOne();
        }
    }

    private SweepOutcome Work(IReadOnlyList<long> numbers, bool again, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        WorkLedger ledger = new(folder, numbers.Count, progress);
        List<Shard> left = [];
        foreach (long number in numbers)
        {
            Shard shard = folder.Shards[number];
            if (again)
            {
                folder.Failures.Forget(shard);
            }

            if (!ledger.IsSettled(shard))
            {
                left.Add(shard);
            }
        }

        IShardMaker maker = folder.Plan.Task is Plans.SweepTask.Generate or Plans.SweepTask.Assess
            ? new TuneStream(folder.Store, threads, ledger)
            : new StudyMaker(folder.Store, threads, ledger);
        while (left.Count > 0)
        {
            // Neighbours share a network and a temperature, and then a batch.
            List<Shard> taken = [];
            for (int from = 0, to; from < left.Count; from = to)
            {
                Shard first = left[from];
                for (to = from + 1; to < left.Count && left[to].Model == first.Model && left[to].Temperature == first.Temperature; to++) { }

                taken.AddRange(maker.Make(left[from..to], cancellation));
            }

            left = [.. taken.Where(shard => !ledger.IsSettled(shard))];
            if (left.Count > 0 && cancellation.WaitHandle.WaitOne(Between))
            {
                throw new OperationCanceledException(cancellation);
            }
        }

        return ledger.Outcome();
    }

    private PlaceLock Here()
    {
        Directory.CreateDirectory(folder.Workers);
        SweepStatus.ForgetOldCancel(folder);
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"{Environment.MachineName}-{Environment.ProcessId}-{Stopwatch.GetTimestamp()}"
        );
        return PlaceLock.Take(Path.Combine(folder.Workers, name));
    }
}
