using System.Diagnostics;
using Lilt.Network;
using Lilt.Studies.Control;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>What a sweep of controls is going to take, from a few sets of one of them on this machine.</summary>
/// <param name="Networks">Cut networks that the trial fed its tunes to.</param>
/// <param name="TokensANetwork">Tokens that each read.</param>
/// <param name="TokensASecond">How fast they were read.</param>
/// <param name="SecondsAShard">What a shard takes beside that: its own tunes.</param>
/// <param name="BytesANetwork">What each takes in a table.</param>
/// <param name="NetworksAControl">Cut networks of a whole control like the one that was tried.</param>
public sealed record ControlTrial(
    int Networks,
    double TokensANetwork,
    double TokensASecond,
    double SecondsAShard,
    double BytesANetwork,
    long NetworksAControl
)
{
    // A batch of each layer, which both ways of cutting fill.
    private const int TrialSets = 47;

    /// <summary>Tries the sweep's middle control.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="threads">Threads, at least 1.</param>
    /// <param name="cancellation">Ends the trial within a step.</param>
    public static ControlTrial Of(SweepPlan sweep, int threads, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        ShardList shards = new(sweep);
        Shard shard = shards[shards.Count / 2];
        Model model = shard.Model.Read();
        ControlOptions options = ControlShard.Options(shard, model, threads);
        IReadOnlyList<ControlTarget> targets = ControlTargets.Of(shard.Plans[0]);
        Watch watch = new();
        ControlPart part = ControlParts.Read(model, options, targets, 0, Math.Min(TrialSets, options.Sets), null, watch, cancellation);
        TimeSpan reading = watch.Reading;
        int networks = part.Sums.Count / part.Uncut.Count;
        return new ControlTrial(
            networks,
            (double)watch.Tokens / networks,
            watch.Tokens / reading.TotalSeconds,
            watch.Before.TotalSeconds,
            (double)TableFile.BytesOf(ControlTable.Of(shard, part)) / networks,
            targets.Count * Enum.GetValues<CutSteps>().Sum(when => 1L + options.SetsCut(when))
        );
    }

    // The open loop begins with its first word, and ends with its last.
    private sealed class Watch : IProgress<ControlProgress>
    {
        private readonly long begun = Stopwatch.GetTimestamp();
        private readonly Lock gate = new();
        private long written;
        private long read;

        public long Tokens { get; private set; }

        public TimeSpan Before => Stopwatch.GetElapsedTime(begun, written);

        public TimeSpan Reading => Stopwatch.GetElapsedTime(written, read);

        public void Report(ControlProgress value)
        {
            lock (gate)
            {
                if (value.Stage == ControlStage.OpenLoop)
                {
                    Tokens = Math.Max(Tokens, value.Tokens);
                    read = Stopwatch.GetTimestamp();
                }
                else
                {
                    written = Stopwatch.GetTimestamp();
                }
            }
        }
    }
}
