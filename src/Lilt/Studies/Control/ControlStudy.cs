using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Operations;

namespace Lilt.Studies.Control;

/// <summary>
/// Holds the units that a study cut against random sets of as many units: does cutting the units at the measure period harm the
/// counting of measures more than cutting any others?
/// </summary>
/// <remarks>Source: docs/control.md; the claim is that of B. L. Sturm, "Making sense of the folk-rnn v2 model, part 7", 2018.</remarks>
public static class ControlStudy
{
    /// <summary>Parts the seeds of layers' random sets; any odd number does.</summary>
    private const ulong LayerStride = 0x9E3779B97F4A7C15;

    /// <summary>The header of a tune for <see cref="ControlOptions.Header"/>: the meter, key and unit tokens that it begins with.</summary>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="tokens">The tune, with or without its start token.</param>
    public static IReadOnlyList<Token> Header(Vocabulary vocabulary, IReadOnlyList<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokens);
        return [.. tokens
            .SkipWhile(token => token == vocabulary.Start)
            .TakeWhile(token => TokenKinds.Of(vocabulary, token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit)];
    }

    /// <summary>Makes the control.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">How.</param>
    /// <param name="targets">What the study cut, a set a layer.</param>
    /// <param name="progress">Told of every tune.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentException">An option or target is outside its range, or the model has no measure tokens.</exception>
    /// <exception cref="InvalidOperationException">The baseline's tunes hold no measure whose timing could be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ControlResult Run(
        Model model,
        ControlOptions options,
        IReadOnlyList<ControlTarget> targets,
        IProgress<ControlProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ControlArguments.Check(model, options, targets);
        ControlRun run = new(model, options, progress, cancellation);
        (IReadOnlyList<GeneratedTune> baseline, IReadOnlyList<HiddenMoments> moments) = run.Baseline();
        MeasureTiming[] timings = [.. baseline.Select(tune => new MeasureTiming(model.Vocabulary, tune.Tokens, options.Header.Count))];
        int boundaries = timings.Sum(tune => tune.BoundaryCount);
        if (boundaries == 0)
        {
            throw new InvalidOperationException(
                $"The {options.Tunes} tunes that the uncut network wrote hold no measure token after a note: there is no timing to control.");
        }

        ControlSets[] sets = [.. targets.Select(target => RandomSets.Draw(
            target,
            UnitStrength.Of(model.Weights, target.Layer, HiddenMoments.Deviations(moments, target.Layer, model.Shape.Units)),
            options,
            options.Seed + (LayerStride * (ulong)target.Layer)))];
        CompiledPlan?[] networks = [null, .. targets.Zip(sets, (target, of) => of.Sets.Prepend(target.Units).Select(units => Cut(model, target.Layer, units))).SelectMany(plans => plans)];

        OpenLoopTune[][] open = run.OpenLoop(networks, baseline, timings);
        GeneratedTune[][] closed = run.ClosedLoop(networks, baseline);
        TuneCounting[][] countings = [.. closed.Select(tunes => tunes.Select(tune => TuneCounting.Of(model.Vocabulary, tune)).ToArray())];

        ControlStatistics statistics = new(targets.Count, options.Sets, options.Tunes, options.Resamples, options.Seed);
        ControlMeasure[] found =
        [
            Measure(ControlMeasure.TimingContrast, ControlLoop.Open, "nats", ControlHarm.Less, (network, tune) => (open[network][tune].Contrast, open[network][tune].Timing.BoundaryCount)),
            Measure(ControlMeasure.OtherTokens, ControlLoop.Open, "nats a token", ControlHarm.More, (network, tune) => (open[network][tune].OtherLoss, open[network][tune].Timing.OtherCount)),
            Measure(ControlMeasure.StrictlyCounted, ControlLoop.Closed, "share", ControlHarm.Less, (network, tune) => Share(countings[network][tune])),
            Measure(ControlMeasure.Measures, ControlLoop.Closed, "measures", ControlHarm.None, (network, tune) => (countings[network][tune].Measures, 1)),
            Measure(ControlMeasure.CutTunes, ControlLoop.Closed, "tunes", ControlHarm.More, (network, tune) => (closed[network][tune].IsCut ? 1 : 0, 1.0 / options.Tunes)),
        ];
        ControlFindings findings = new(found, sets, options.Sets);
        return new ControlResult
        {
            Options = options,
            Targets = targets,
            Sets = sets,
            Measures = found,
            Findings = findings.Layers,
            Claim = findings.Claim,
            BaselineTunes = baseline,
            TargetTunes = [.. targets.Select((_, target) => closed[ControlStatistics.NetworkOf(target, -1, options.Sets)])],
            Boundaries = boundaries,
            UncountedTunes = countings.Sum(tunes => tunes.Count(tune => tune.Measures == 0)),
            Floored = open.Sum(tunes => tunes.Sum(tune => tune.Floored)),
        };

        ControlMeasure Measure(string name, ControlLoop loop, string unit, ControlHarm harm, Func<int, int, (double Above, double Below)> value)
        {
            TuneTable table = new(networks.Length, options.Tunes);
            for (int network = 0; network < networks.Length; network++)
            {
                for (int tune = 0; tune < options.Tunes; tune++)
                {
                    (double above, double below) = value(network, tune);
                    table.Set(network, tune, above, below);
                }
            }

            return new ControlMeasure
            {
                Name = name,
                Loop = loop,
                Unit = unit,
                Baseline = statistics.Baseline(table),
                Harm = harm,
                Layers = statistics.Effects(table, targets, harm),
            };
        }
    }

    private static CompiledPlan Cut(Model model, int layer, IReadOnlyList<int> units) =>
        new OperationPlan(new Excise { Layer = layer, Units = UnitSet.Of(units) }).Compile(model);

    private static (double Above, double Below) Share(TuneCounting tune) =>
        tune.Measures == 0 ? (0, 0) : ((double)tune.StrictlyCounted / tune.Measures, 1);
}
