using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Control;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>A study or a control of a sweep: one network, one seed, one header, one temperature, of a control one plan.</summary>
/// <param name="shard">Which.</param>
/// <param name="model">The network.</param>
/// <param name="kept">What the control's open loop is kept in.</param>
/// <param name="threads">Threads; they change speed alone.</param>
internal sealed class StudyShard(Shard shard, Model model, ResumableFile kept, int threads)
{
    // Of a control the open loop is most of the time; what comes before it writes the control's own tunes.
    private const double BeforeTheOpenLoop = 0.22;

    private readonly IReadOnlyList<Token?> prime = HeaderText.Read(shard.Header, model.Vocabulary);
    private readonly Seed seed = shard.Seeds.Of(shard.Seeds.First);

    /// <summary>Makes it.</summary>
    /// <param name="share">Told how much is done, from 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<TableColumn> Make(Action<double> share, CancellationToken cancellation)
    {
        try
        {
            return shard.Sweep.Task == SweepTask.Control
                ? ControlTable.Of(shard, Control(share, cancellation))
                : VerdictTableOf.Study(shard, Study(share, cancellation));
        }
        catch (AggregateException e) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }
    }

    private Study Study(Action<double> share, CancellationToken cancellation)
    {
        StudyOrder order = shard.Sweep.Study!;
        void Told(double done, string what) => share(done);
        return order.Kind switch
        {
            "part7" => Part7Study.Run(model, Part7(order), new ControlLedger(kept), Told, cancellation),
            "look" => LookStudy.Run(model, OfTune(new LookOptions()), Told, cancellation),
            "causes" => CausesStudy.Run(model, Causes(order), Told, cancellation),
            _ => throw new SweepFormatException($"a sweep cannot make the study {order.Kind}."),
        };
    }

    private Part7Options Part7(StudyOrder order)
    {
        Part7Options options = OfTune(new Part7Options());
        return options with { ControlSets = order.Control ?? options.ControlSets, ControlTunes = order.Tunes ?? options.ControlTunes };
    }

    private CausesOptions Causes(StudyOrder order)
    {
        CausesOptions options = OfTune(new CausesOptions());
        return options with
        {
            Headers = prime.Count > 0 ? [Given()] : [],
            Tunes = order.Tunes ?? options.Tunes,
            Pairs = order.Pairs ?? options.Pairs,
            Quick = order.Quick,
        };
    }

    private T OfTune<T>(T options)
        where T : StudyOptions =>
        (T)(
            options with
            {
                Seed = seed,
                Prime = prime,
                Temperature = shard.Temperature,
                Mode = shard.Sweep.Mode,
                Limit = shard.Sweep.Limit,
                Threads = threads,
            }
        );

    private ControlResult Control(Action<double> share, CancellationToken cancellation)
    {
        ControlOrder order = shard.Sweep.Control!;
        ControlOptions options = new()
        {
            Seed = seed,
            Tunes = order.Tunes,
            Sets = order.Sets,
            Header = Given(),
            Temperature = shard.Temperature,
            DrawsForPrime = shard.Sweep.Mode == Generation.DrawMode.Webapp,
            Threads = threads,
        };
        Watch watch = new(progress =>
            share(
                progress.Stage == ControlStage.OpenLoop
                    ? BeforeTheOpenLoop + ((1 - BeforeTheOpenLoop) * progress.Tunes / Math.Max(1, progress.Of))
                    : 0
            )
        );
        return ControlStudy.Run(model, options, ControlTargets.Of(shard.Plans[0]), new ControlLedger(kept), watch, cancellation);
    }

    private Token[] Given() =>
        [
            .. prime.Select(token =>
                token
                ?? throw new SweepFormatException($"the header \"{shard.Header}\" has a '*', and here every tune begins with the same.")
            ),
        ];

    private sealed class Watch(Action<ControlProgress> told) : IProgress<ControlProgress>
    {
        public void Report(ControlProgress value) => told(value);
    }
}
