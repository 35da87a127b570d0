using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Control;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>A study of a sweep: one network, one seed, one header, one temperature.</summary>
/// <param name="shard">Which.</param>
/// <param name="model">The network.</param>
/// <param name="kept">What a control's open loop is kept in.</param>
/// <param name="threads">Threads; they change speed alone.</param>
internal sealed class StudyShard(Shard shard, Model model, ResumableFile kept, int threads)
{
    private readonly GenerationOptions tune = new()
    {
        Seed = shard.Seeds.Of(shard.Seeds.First),
        Prime = HeaderText.Read(shard.Header, model.Vocabulary),
        Temperature = shard.Temperature,
        Mode = shard.Sweep.Mode,
        Limit = shard.Sweep.Limit,
        Threads = threads,
    };

    /// <summary>Makes it.</summary>
    /// <param name="share">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<TableColumn> Make(Action<double> share, CancellationToken cancellation) =>
        VerdictTableOf.Study(shard, Study(share, cancellation));

    private Study Study(Action<double> share, CancellationToken cancellation)
    {
        StudyOrder order = shard.Sweep.Study!;
        void Told(double done, string what) => share(done);
        return order.Kind switch
        {
            "part7" => Part7Study.Run(model, Part7(order), new ControlLedger(kept), Told, cancellation),
            "look" => LookStudy.Run(model, new LookOptions().WithTune(tune), Told, cancellation),
            "causes" => CausesStudy.Run(model, Causes(order), Told, cancellation),
            _ => throw new SweepFormatException($"a sweep cannot make the study {order.Kind}."),
        };
    }

    private Part7Options Part7(StudyOrder order)
    {
        Part7Options options = new Part7Options().WithTune(tune);
        return options with { ControlSets = order.Control ?? options.ControlSets, ControlTunes = order.Tunes ?? options.ControlTunes };
    }

    private CausesOptions Causes(StudyOrder order)
    {
        CausesOptions options = new CausesOptions().WithTune(tune);
        return options with
        {
            Headers =
                tune.Prime.Count > 0
                    ?
                    [
                        [.. HeaderText.ReadGiven(shard.Header, model.Vocabulary)],
                    ]
                    : [],
            Tunes = order.Tunes ?? options.Tunes,
            Pairs = order.Pairs ?? options.Pairs,
            Quick = order.Quick,
        };
    }
}
