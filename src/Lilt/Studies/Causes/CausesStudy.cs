using Lilt.Network;
using Lilt.Notation;
using Lilt.Randomness;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Known;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Lilt.Studies.Causes.Telling;
using Lilt.Studies.Control;

namespace Lilt.Studies.Causes;

/// <summary>
/// What does a network count, where is the count kept, what sets it, what does it move: answered by interchanging parts of its state between
/// tunes.
/// </summary>
/// <remarks>Source: docs/causes.md.</remarks>
public static class CausesStudy
{
    /// <summary>One less the level of the intervals, before it is shared among the layers.</summary>
    internal const double Level = 0.05;

    /// <summary>Tunes under a header of the quick study.</summary>
    internal const int QuickTunes = 60;

    /// <summary>Its pairs at the main dose.</summary>
    internal const int QuickPairs = 100;

    private const int CrossedPairs = 150;
    private const int Sections = 90;
    private const int WrittenByItself = 120;

    /// <summary>This kind of study, <c>causes</c>. Its figures: see <see cref="CausesFigures"/>.</summary>
    public static StudyKind Kind { get; } = new("causes", () => CausesJson.Default.CausesFigures);

    /// <summary>Makes a study.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">On which tunes, and how much.</param>
    /// <param name="progress">Told how much is done, from 0 to 1, and what is being done.</param>
    /// <param name="cancellation">Ends the study.</param>
    /// <exception cref="StudyRefusedException">The vocabulary has no measure tokens or no meter, or the tunes no full measures.</exception>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    public static Study Run(
        Model model,
        CausesOptions options,
        Action<double, string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Quick)
        {
            options = options with { Tunes = Math.Min(options.Tunes, QuickTunes), Pairs = Math.Min(options.Pairs, QuickPairs) };
        }

        int layers = model.Shape.Layers;
        StudyStages stages = new(progress, cancellation);
        stages.Begin("tunes", 0);
        Clock clock = Clock.Measure(model.Vocabulary);
        Clock? section = Clock.Section(model.Vocabulary);
        IReadOnlyList<MeterMaterial> materials = CausesMaterial.Make(model, options, cancellation);

        // First, before thousands of states are kept beside it.
        stages.Begin("layers cut", 0.05);
        double[][]? power = options.Quick ? null : BandPower.Of(model, materials[0], options.Threads);
        (ControlResult? cut, string? notCut) = options.Quick
            ? (null, null)
            : Cut(model, materials[0], power, options, stages, cancellation);

        // One less the level, shared among the layers.
        MeterQuestions[] meters = [.. materials.Select(material => new MeterQuestions(material, model, clock, options, Level / layers))];
        Crossing[] crossings = [.. Crossed(materials, model, options)];
        MeterQuestions first = meters[0];
        SectionCount? sections = section is null ? null : Longer(meters, section, model, options);
        ByItself alone = new(
            first.Material,
            model,
            clock,
            options.Temperature,
            options.Quick ? CausesThresholds.FewestPairs : WrittenByItself,
            options.Seed.Derive("by itself")
        );
        InsideLayer? inside = options.Quick ? null : new InsideLayer(model, first, clock.Events, power, options);
        TrialRunner runner = new(
            model,
            section is null ? [clock.Events] : [clock.Events, section.Events],
            options.Temperature,
            options.Threads,
            cancellation
        );
        stages.Begin("reading the tunes", 0.3);
        runner.Run([.. materials.SelectMany(material => material.Readings())]);
        stages.Begin("interchanges", 0.4);
        runner.Run(
            [.. meters.SelectMany(asked => asked.Trials), .. crossings.SelectMany(of => of.Trials), .. sections?.Trials ?? []],
            share => stages.Report(0.4 + (0.2 * share))
        );
        stages.Begin("bars forbidden", 0.6);
        alone.Run(options.Threads, cancellation);

        IReadOnlyList<WiredLayer> wired = NetworkJudgement.Of([
            .. meters.Select(asked => MeterJudgement.Of(MeterEvidence.Of(asked, layers))),
        ]);
        IReadOnlyList<CrossedMeter> crossed = CountTelling.Rows(crossings, layers);
        CountedThing counted = CountTelling.Counted(meters);
        CountDirection direction = CountTelling.Direction(crossed);
        SectionFigure? longer = sections is null ? null : SectionTelling.Of(sections, layers, options.Commands.Study);
        int keeper = wired.FirstOrDefault(layer => layer.Keeps.Verdict == VerdictKind.Supported || layer.Together.Count > 0)?.Layer ?? 0;
        stages.Begin("inside the layer", 0.65);
        inside?.Run(runner, keeper, stages, cancellation);
        stages.Begin("the pictures", 0.95);
        string sentence = WiringTelling.Sentence(
            wired,
            counted,
            direction,
            longer is null ? [] : SectionTelling.Keepers(longer, layers),
            [.. materials.Select(material => material.Meter)]
        );
        CausesFigures figures = new()
        {
            Wiring = WiringTelling.Of(wired, counted, direction, sentence, options.Commands.Study),
            Count = CountTelling.Of(meters, crossed, counted, direction, options.Commands.Study),
            Swap = SwapTelling.Swap(meters, layers, options.Commands.Study),
            Map = SwapTelling.Map(meters, layers, options.Commands.Study),
            Sets = SetsTelling.Of(meters, layers, options.Commands.Study),
            Moves = MovesTelling.Of(meters, layers, options.Commands.Study),
            ByItself = ByItselfTelling.Of(first, alone, options.Commands.Study),
            ClockFace = inside?.ClockFace(keeper),
            Units = inside?.Units(),
            Heard = options.Given is null && keeper > 0 ? HeardTelling.Of(model, first, options, keeper, cancellation) : null,
            Section = longer,
            KnownAnswers = KnownTable.Carried().Figure(options.Commands.Study),
            BesideCut = cut is null ? null : BesideCutTelling.Of(cut, wired, first.Material.Meter, options.Commands.Study),
            Subspace = inside?.Subspace(),
        };
        cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<StudyVerdict> verdicts = WiringTelling.Verdicts(wired);
        return new Study
        {
            Kind = Kind.Name,
            Title = $"What {model.Provenance.Name} counts, seed {options.Seed}",
            Article =
                "The question that “Making sense of the folk-rnn v2 model, part 7” (Bob L. Sturm, High Noon GMT, January 2018) ends with: do the rhythms in a layer come from what it reads, or do they make what the network writes?",
            Headline = new StudyHeadline("Which layer reads the bar line, which keeps the count, which hands it on?", sentence, [], []),
            Verdicts = verdicts,
            Summary = WiringTelling.Summary(figures),
            Provenance = StudyProvenance.Of(model, options),
            Figures = StudyFigures.Of(figures, Kind),
            LeftOut = LeftOutTelling.Of(figures, options, keeper, notCut),
            Contents = CausesTables.Of(figures, meters, verdicts),
        };
    }

    // Beside random cuts, where the network writes its own tunes and they have a rhythm of measures; else why not.
    private static (ControlResult? Cut, string? Why) Cut(
        Model model,
        MeterMaterial material,
        double[][]? power,
        CausesOptions options,
        StudyStages stages,
        CancellationToken cancellation
    )
    {
        if (options.Given is not null)
        {
            return (null, "cuts are tried on tunes that the network writes itself, and these were given");
        }

        if (power is null)
        {
            return (null, "no tune has enough measures for a period that units could beat with");
        }

        try
        {
            return (BesideCut.Cut(model, material, power, options, share => stages.Report(0.05 + (0.25 * share)), cancellation), null);
        }
        catch (NothingToControlException e)
        {
            return (null, e.Message.TrimEnd('.'));
        }
    }

    // Of the first meter with enough sections; where none has, of that with most.
    private static SectionCount Longer(MeterQuestions[] meters, Clock section, Model model, CausesOptions options)
    {
        SectionCount? most = null;
        foreach (MeterQuestions asked in meters)
        {
            SectionCount of = new(
                asked,
                section,
                model.Shape,
                options.Quick ? CausesThresholds.FewestPairs : Sections,
                options.Seed.Derive("sections")
            );
            most = most is null || of.Pairs > most.Pairs ? of : most;
            if (most.Pairs >= CausesThresholds.FewestPairs)
            {
                break;
            }
        }

        return most!;
    }

    // The places at which what has gone, what is to go and the share of the measure part: about the middle of the shorter measure, and
    // where one meter's middle is not the other's.
    private static IEnumerable<Crossing> Crossed(IReadOnlyList<MeterMaterial> materials, Model model, CausesOptions options)
    {
        if (materials.Count < 2 || materials[0].Full == materials[1].Full)
        {
            yield break;
        }

        MeterMaterial longer = materials[0].Full > materials[1].Full ? materials[0] : materials[1];
        MeterMaterial shorter = ReferenceEquals(longer, materials[0]) ? materials[1] : materials[0];
        Fraction eighth = new(1, 8);
        Fraction half = new((long)Math.Floor(4 * shorter.Full.ToDouble()), 8);
        Seed seed = options.Seed.Derive("crossings");
        int count = options.Quick ? CausesThresholds.FewestPairs + 10 : CrossedPairs;
        yield return new Crossing(shorter, longer, model.Shape, half, half, count, seed);
        yield return new Crossing(longer, shorter, model.Shape, half + eighth, half - eighth, count, seed);
        yield return new Crossing(shorter, longer, model.Shape, eighth, half, count, seed);
        yield return new Crossing(longer, shorter, model.Shape, half - eighth, half - eighth, count, seed);
    }
}
