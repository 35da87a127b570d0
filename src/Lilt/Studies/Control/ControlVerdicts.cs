namespace Lilt.Studies.Control;

/// <summary>What a control's numbers allow to be said of each claim: supported, contradicted or undetermined.</summary>
/// <remarks>
/// The stated sizes were set on networks of known answer and on null ones; the tables, and how often a verdict changes with the seed, stand
/// in docs/control.md.
/// </remarks>
internal sealed class ControlVerdicts
{
    /// <summary>The largest p, after Holm over the layers, at which a claim is supported; intervals are as wide.</summary>
    public const double Significance = 0.05;

    /// <summary>
    /// The share of the uncut network's timing contrast that a cut must take for its units to be said to do something for it. What surely
    /// takes less does nothing that matters, whatever random sets do.
    /// </summary>
    public const double LeastLoss = 0.1;

    /// <summary>The excess over random sets that the interval must lie above for support: a tenth more harm than theirs.</summary>
    public const double LeastExcess = 0.1;

    /// <summary>
    /// The excess that the interval must lie below for a claim to be contradicted: at most a quarter more harm than random sets.
    /// </summary>
    public const double NoExcess = 0.25;

    /// <summary>
    /// The share of the contrast that random sets may take on average for a claim to be contradicted beside them: with more, the target has
    /// no room to do much more harm, whatever its units do.
    /// </summary>
    public const double LeastRoom = 0.5;

    /// <summary>The share of the contrast that is called all of it.</summary>
    public const double NearlyAll = 0.95;

    /// <summary>The share of random sets that may take nearly all of the contrast: with more, any units break the counting.</summary>
    public const double MostSaturated = 0.25;

    /// <summary>The fewest units of a bin of strength for random sets to differ from each other.</summary>
    public const int FewestInBin = 10;

    /// <summary>The largest mean share of the target's units in random sets.</summary>
    public const double MostOverlap = 0.5;

    /// <summary>The strictly counted share under which the uncut network itself does not count.</summary>
    public const double FewestCounted = 0.5;

    /// <summary>
    /// The timing contrast, nats, that the uncut network's interval must lie above: a bar at least e times as likely in its place as a note
    /// before.
    /// </summary>
    public const double LeastContrast = 1;

    /// <summary>The claim of the cut between bars.</summary>
    public const string ServesCounting = "serves counting";

    /// <summary>The claim of the cut at bars.</summary>
    public const string RelaysTheBar = "relays the bar";

    private readonly ControlBaseline baseline;
    private readonly IReadOnlyList<ControlSets> sets;
    private readonly ControlWords words;
    private readonly int planned;
    private readonly int fewest;

    /// <param name="options">How the control was made.</param>
    /// <param name="baseline">How the uncut network counts.</param>
    /// <param name="sets">The random sets, in the order of the cuts' layers.</param>
    public ControlVerdicts(ControlOptions options, ControlBaseline baseline, IReadOnlyList<ControlSets> sets)
    {
        this.baseline = baseline;
        this.sets = sets;
        words = new ControlWords(options, baseline, sets.Count);
        fewest = ControlOptions.FewestSets(sets.Count);
        planned = options.Sets;
    }

    /// <summary>Whether the uncut network counts, so that there is counting to lose.</summary>
    /// <param name="counted">Its strictly counted share.</param>
    /// <param name="contrast">The interval of its timing contrast, nats.</param>
    public static bool Counts(double counted, ControlInterval contrast) => counted >= FewestCounted && contrast.Low > LeastContrast;

    /// <summary>
    /// Whether support of a claim can rest on p: the target surely takes enough, and the random sets are fit to be held against it.
    /// </summary>
    /// <param name="effect">With as many sets as there are so far.</param>
    /// <param name="sets">How they match.</param>
    /// <param name="contrast">The uncut network's, nats.</param>
    public static bool RestsOnP(TimingEffect effect, ControlSets sets, double contrast) =>
        effect.TargetInterval.High < -LeastLoss * contrast && IsFit(effect, sets);

    /// <summary>What is wrong with the random sets of a layer, in words; empty where nothing is.</summary>
    public static IReadOnlyList<string> Warnings(ControlSets sets) =>
        [
            .. sets.SmallestBin < FewestInBin ? (string[])[ControlWords.SmallBins(sets)] : [],
            .. sets.Overlap > MostOverlap ? (string[])[ControlWords.Overlaps(sets)] : [],
        ];

    /// <summary>The verdicts on each layer: of the cut between bars, then of that at bars.</summary>
    /// <param name="cuts">All ways of cutting; that at all steps decides nothing.</param>
    public IReadOnlyList<StudyVerdict> OfLayers(IReadOnlyList<TimingCut> cuts) =>
        [.. cuts.Where(cut => cut.When != CutSteps.AllSteps).SelectMany(Of)];

    /// <summary>The verdict on each layer for one way of cutting.</summary>
    /// <param name="cut">Between bars or at bars.</param>
    public IReadOnlyList<StudyVerdict> Of(TimingCut cut) =>
        [
            .. cut.Layers.Select(
                (effect, index) =>
                {
                    (VerdictKind verdict, string why) = OfLayer(effect, sets[index]);
                    string claim = cut.When == CutSteps.BetweenBars ? ServesCounting : RelaysTheBar;
                    return new StudyVerdict(
                        $"layer {effect.Layer}",
                        claim,
                        verdict,
                        effect.Excess,
                        effect.ExcessInterval?.Low,
                        effect.ExcessInterval?.High,
                        effect.P,
                        effect.Holm,
                        words.Layer(verdict, claim, cut.When, effect, sets[index], why)
                    );
                }
            ),
        ];

    private static bool IsFit(TimingEffect effect, ControlSets sets) => effect.Saturated <= MostSaturated && Warnings(sets).Count == 0;

    private (VerdictKind Verdict, string Why) OfLayer(TimingEffect effect, ControlSets of)
    {
        if (!Counts(baseline.Counted, baseline.ContrastInterval))
        {
            return (VerdictKind.Undetermined, words.DoesNotCount());
        }

        if (effect.TargetInterval.Low > -LeastLoss * baseline.Contrast)
        {
            return (VerdictKind.Contradicted, ControlWords.TakesLittle());
        }

        if (!IsFit(effect, of))
        {
            return (
                VerdictKind.Undetermined,
                effect.Saturated > MostSaturated ? ControlWords.Saturated(effect) : string.Join("; ", Warnings(of))
            );
        }

        if (effect.ExcessInterval is { } none && none.High < NoExcess)
        {
            return -effect.Random.Average() <= LeastRoom * baseline.Contrast
                ? (VerdictKind.Contradicted, ControlWords.NoMore(none))
                : (VerdictKind.Undetermined, ControlWords.NoRoom());
        }

        if (effect.TargetInterval.High >= -LeastLoss * baseline.Contrast)
        {
            return (VerdictKind.Undetermined, ControlWords.MayTakeLittle());
        }

        if (planned < fewest)
        {
            return (VerdictKind.Undetermined, ControlWords.TooFew(planned, fewest));
        }

        bool isMore = effect.ExcessInterval is not { } excess || excess.Low > LeastExcess;
        return effect.Holm <= Significance && isMore
            ? (VerdictKind.Supported, ControlWords.More(effect))
            : (VerdictKind.Undetermined, ControlWords.NotMore(effect, isMore));
    }
}
