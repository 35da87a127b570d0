using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Studies.Control;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>Some random sets of a control: one network, one plan, one seed, one header, one temperature.</summary>
/// <param name="shard">Which.</param>
/// <param name="model">The network.</param>
/// <param name="kept">What is read is kept in.</param>
/// <param name="threads">Threads; they change speed alone.</param>
internal sealed class ControlShard(Shard shard, Model model, ResumableFile kept, int threads)
{
    // What comes before the open loop writes the tunes that it reads.
    private const double BeforeTheOpenLoop = 0.05;

    /// <summary>How the control is made that a shard is a part of.</summary>
    public static ControlOptions Options(Shard shard, Model model, int threads) =>
        new()
        {
            Seed = shard.Seeds.Of(shard.Seeds.First),
            Tunes = shard.Sweep.Control!.Tunes,
            Sets = shard.Sweep.Control.Sets,
            Chosen = $"that the plan {shard.Plans[0].Name} cuts",
            Header = HeaderText.ReadGiven(shard.Header, model.Vocabulary),
            Temperature = shard.Temperature,
            DrawsForPrime = shard.Sweep.Mode == DrawMode.Webapp,
            Threads = threads,
        };

    /// <summary>Makes it.</summary>
    /// <param name="share">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<TableColumn> Make(Action<double> share, CancellationToken cancellation) =>
        ControlTable.Of(
            shard,
            ControlParts.Read(
                model,
                Options(shard, model, threads),
                ControlTargets.Of(shard.Plans[0]),
                shard.Sets!.Value.First,
                shard.Sets.Value.Count,
                new ControlLedger(kept),
                new Watch(share),
                cancellation
            )
        );

    private sealed class Watch(Action<double> share) : IProgress<ControlProgress>
    {
        public void Report(ControlProgress value) =>
            share(
                value.Stage == ControlStage.OpenLoop
                    ? BeforeTheOpenLoop + ((1 - BeforeTheOpenLoop) * value.Tunes / Math.Max(1, value.Of))
                    : 0
            );
    }
}
