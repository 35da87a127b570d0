using System.Diagnostics;
using Lilt.Files;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>What a study of a sweep is going to take, from the beginning of one on this machine.</summary>
/// <param name="Trial">How long it was tried, seconds.</param>
/// <param name="Share">How much was done by then, 0 to 1.</param>
/// <param name="Bytes">What its table takes; null where it did not come so far.</param>
public sealed record StudyTrial(double Trial, double Share, long? Bytes)
{
    /// <summary>How long a whole one takes, seconds; parts of a study go at different speeds, so it is a guess.</summary>
    public double Seconds => Trial / Share;

    /// <summary>Tries the sweep's middle study.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="most">How long at the most; it goes on until something is done.</param>
    /// <param name="cancellation">Ends the trial within a step.</param>
    /// <exception cref="StudyRefusedException">The study cannot be made of that network.</exception>
    public static StudyTrial Of(SweepPlan sweep, int threads, TimeSpan most, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ShardList shards = new(sweep);
        Shard shard = shards[shards.Count / 2];
        Model model = shard.Model.Read();
        string folder = Directory.CreateTempSubdirectory("lilt-trial-").FullName;
        try
        {
            using CancellationTokenSource enough = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using ResumableFile kept = new(Path.Combine(folder, "study"), [], string.Empty, resume: false);
            long begun = Stopwatch.GetTimestamp();
            (double Seconds, double Share) last = (0, 0);
            void Told(double share)
            {
                double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
                last = share > 0 ? (seconds, share) : last;
                if (share > 0 && seconds > most.TotalSeconds)
                {
                    enough.Cancel();
                }
            }

            try
            {
                long bytes = TableFile.BytesOf(new StudyShard(shard, model, kept, threads).Make(Told, enough.Token));
                return new StudyTrial(Stopwatch.GetElapsedTime(begun).TotalSeconds, 1, bytes);
            }
            catch (Exception e) when (e is OperationCanceledException or AggregateException && enough.IsCancellationRequested)
            {
                cancellation.ThrowIfCancellationRequested();
                return new StudyTrial(last.Seconds, last.Share, null);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
