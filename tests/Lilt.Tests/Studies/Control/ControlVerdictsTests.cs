using Lilt.Studies;
using Lilt.Studies.Control;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>What is said, and what is not, for given numbers.</summary>
public sealed class ControlVerdictsTests
{
    private const double Contrast = 8;

    private static readonly ControlOptions Options = new() { Sets = 199 };

    [Fact]
    public void Of_MuchMoreThanRandomSetsWithASmallP_IsSupported() => Assert.Equal(VerdictKind.Supported, Verdict(Effect()).Verdict);

    [Fact]
    public void Of_LargePAfterHolm_IsUndetermined()
    {
        StudyVerdict verdict = Verdict(Effect(p: 0.04, holm: 0.12));

        Assert.Equal(VerdictKind.Undetermined, verdict.Verdict);
        Assert.Contains("after Holm 0.12", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_HardlyMoreThanRandomSets_IsUndeterminedWhateverP() =>
        Assert.Equal(VerdictKind.Undetermined, Verdict(Effect(excess: (0.3, 0.05, 0.6))).Verdict);

    [Fact]
    public void Of_SurelyNoMoreThanRandomSets_IsContradicted() =>
        Assert.Equal(VerdictKind.Contradicted, Verdict(Effect(excess: (0, -0.2, 0.2), p: 0.5, holm: 1)).Verdict);

    [Fact]
    public void Of_NoMoreThanRandomSetsThatLeaveNoRoom_IsUndetermined() =>
        Assert.Equal(VerdictKind.Undetermined, Verdict(Effect(target: -7, random: -6.5, excess: (0.08, 0, 0.2))).Verdict);

    [Fact]
    public void Of_ALossThatIsSurelySmall_IsContradictedThoughRandomSetsLoseNothing()
    {
        StudyVerdict verdict = Verdict(Effect(target: -0.4, interval: (-0.6, -0.2), random: 0, excess: null));

        Assert.Equal(VerdictKind.Contradicted, verdict.Verdict);
        Assert.Contains("above a loss of 10 %", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ALossOfWhichTheSizeIsNotSure_IsUndetermined() =>
        Assert.Equal(VerdictKind.Undetermined, Verdict(Effect(target: -0.9, interval: (-1.4, -0.4))).Verdict);

    [Fact]
    public void Of_RandomSetsThatBreakTheCountingAsWell_IsUndetermined()
    {
        StudyVerdict verdict = Verdict(Effect(target: -8, random: -7.9, saturated: 0.4));

        Assert.Equal(VerdictKind.Undetermined, verdict.Verdict);
        Assert.Contains("40 % of the random sets take nearly all", verdict.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9, 0.3, "hold as few as 9 units")]
    [InlineData(64, 0.6, "share 60 % of their units")]
    public void Of_SetsThatCannotBeHeldAgainstTheTarget_IsUndetermined(int smallestBin, double overlap, string why)
    {
        StudyVerdict verdict = Verdict(Effect(), sets: Sets(smallestBin, overlap));

        Assert.Equal(VerdictKind.Undetermined, verdict.Verdict);
        Assert.Contains(why, verdict.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.3, 6, 9)]
    [InlineData(0.9, 0.8, 1.2)]
    public void Of_NetworkThatDoesNotCount_IsUndetermined(double counted, double low, double high)
    {
        StudyVerdict verdict = Verdict(Effect(), Baseline(counted, low, high));

        Assert.Equal(VerdictKind.Undetermined, verdict.Verdict);
        Assert.Contains("little counting to lose", verdict.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SetsTooFewForAnyP_IsUndeterminedAndSaysHowMany()
    {
        StudyVerdict verdict = Verdict(Effect(), options: Options with { Sets = 18 });

        Assert.Equal(VerdictKind.Undetermined, verdict.Verdict);
        Assert.Contains("at least 19 are needed", verdict.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 19)]
    [InlineData(2, 39)]
    [InlineData(3, 59)]
    public void FewestSets_SoManyLayers_AreTheFewestWhoseSmallestHolmIsUnderATwentieth(int layers, int sets)
    {
        Assert.Equal(sets, ControlOptions.FewestSets(layers));
        Assert.True(layers / (sets + 1.0) <= ControlVerdicts.Significance);
        Assert.True(layers / (double)sets > ControlVerdicts.Significance);
    }

    [Fact]
    public void Of_BandElsewhere_DoesNotSpeakOfTheMeasurePeriod()
    {
        StudyVerdict verdict = Verdict(Effect(), options: Options with { OtherBand = new Lilt.Spectra.Band(5, 5.4) });

        Assert.DoesNotContain("measure period", verdict.Sentence, StringComparison.Ordinal);
        Assert.Contains("at 5 to 5.4 steps", verdict.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.01, -0.05, 0.02, VerdictKind.Supported)]
    [InlineData(-0.08, -0.15, 0.0, VerdictKind.Undetermined)]
    [InlineData(-0.4, -0.5, -0.3, VerdictKind.Contradicted)]
    public void Article_LossOfTheCountedShare_DecidesWhetherItStaysNearlyWhole(double loss, double low, double high, VerdictKind verdict) =>
        Assert.Equal(verdict, Article(Effect(), Effect(target: 0, interval: (-0.1, 0.1)), (loss, low, high))[0].Verdict);

    [Fact]
    public void Article_LayerOneServesCounting_ContradictsThatItRelaysOnly() =>
        Assert.Equal(VerdictKind.Contradicted, Article(Effect(), Effect(target: 0, interval: (-0.1, 0.1)))[1].Verdict);

    [Fact]
    public void Article_LayerOneNeededAtBarsAndNotBetween_SupportsThatItRelaysOnly() =>
        Assert.Equal(VerdictKind.Supported, Article(Effect(target: 0, interval: (-0.1, 0.1)), Effect())[1].Verdict);

    [Fact]
    public void Article_NothingSureOfLayerOne_IsUndetermined() =>
        Assert.Equal(VerdictKind.Undetermined, Article(Effect(p: 0.2, holm: 0.2), Effect(p: 0.2, holm: 0.2))[1].Verdict);

    [Theory]
    [InlineData(1.5, 1.2, 2, VerdictKind.Contradicted)]
    [InlineData(0.5, 0.2, 0.8, VerdictKind.Supported)]
    [InlineData(0.9, 0.5, 1.4, VerdictKind.Undetermined)]
    public void Article_HowMuchMoreTheCutUnitsCost_DecidesWhetherCountingIsSpreadOut(
        double excess,
        double low,
        double high,
        VerdictKind verdict
    ) => Assert.Equal(verdict, Article(Effect(excess: (excess, low, high)), Effect(target: 0, interval: (-0.1, 0.1)))[2].Verdict);

    [Fact]
    public void Article_BandElsewhere_SaysNothing() =>
        Assert.All(
            Article(Effect(), Effect(), options: Options with { OtherBand = new Lilt.Spectra.Band(5, 5.4) }),
            of => Assert.Equal(VerdictKind.Undetermined, of.Verdict)
        );

    private static StudyVerdict Verdict(
        TimingEffect effect,
        ControlBaseline? baseline = null,
        ControlSets? sets = null,
        ControlOptions? options = null
    ) =>
        new ControlVerdicts(options ?? Options, baseline ?? Baseline(), [sets ?? Sets()]).Of(new TimingCut(CutSteps.BetweenBars, [effect]))[
            0
        ];

    private static IReadOnlyList<StudyVerdict> Article(
        TimingEffect between,
        TimingEffect at,
        (double Loss, double Low, double High)? share = null,
        ControlOptions? options = null
    )
    {
        (double loss, double low, double high) = share ?? (0, 0, 0);
        ControlVerdicts verdicts = new(options ?? Options, Baseline(), [Sets()]);
        TimingCut[] cuts = [new(CutSteps.BetweenBars, [between]), new(CutSteps.AtBars, [at])];
        ControlResult result = new()
        {
            Options = options ?? Options,
            Targets = [new ControlTarget(1, [1, 2])],
            Sets = [Sets()],
            Baseline = Baseline(),
            Cuts = cuts,
            Closed =
            [
                new ControlMeasure
                {
                    Name = ControlMeasure.StrictlyCounted,
                    Unit = "share",
                    Baseline = 0.95,
                    Harm = ControlHarm.Less,
                    Layers =
                    [
                        new ControlEffect
                        {
                            Layer = 1,
                            Target = loss,
                            TargetInterval = new(low, high),
                            Random = [0],
                            Difference = default,
                        },
                    ],
                },
            ],
            Verdicts = [],
            BaselineTunes = [],
            TargetTunes = [],
            UncountedTunes = 0,
            Floored = 0,
        };
        return ArticleVerdicts.Of(result, [.. cuts.SelectMany(verdicts.Of)]);
    }

    private static ControlBaseline Baseline(double counted = 0.95, double low = 7.5, double high = 8.5) =>
        new()
        {
            Contrast = Contrast,
            ContrastInterval = new(low, high),
            OtherLoss = 1.3,
            Counted = counted,
            Boundaries = 200,
        };

    private static ControlSets Sets(int smallestBin = 64, double overlap = 0.33) =>
        new()
        {
            Layer = 1,
            Sets =
            [
                [1, 2],
            ],
            TargetCounts = [2],
            DrawnCounts = [2],
            Spilled = 0,
            TargetStrength = 1,
            RandomStrength = 1,
            SmallestBin = smallestBin,
            Strengths = [],
            Bins = [],
            Overlap = overlap,
        };

    private static TimingEffect Effect(
        double target = -3,
        (double Low, double High)? interval = null,
        double random = -1.2,
        (double Excess, double Low, double High)? excess = default,
        double p = 0.005,
        double holm = 0.015,
        double saturated = 0
    )
    {
        (double Excess, double Low, double High)? of = excess ?? (random == 0 ? null : (1.5, 0.8, 2.2));
        return new TimingEffect
        {
            Change = new ControlEffect
            {
                Layer = 1,
                Target = target,
                TargetInterval = interval is { } given ? new(given.Low, given.High) : new(target - 0.5, target + 0.5),
                Random = [random, random],
                Difference = new(target - random - 0.5, target - random + 0.5),
            },
            Excess = of?.Excess,
            ExcessInterval = of is { } ends ? new(ends.Low, ends.High) : null,
            Damage = 0.1,
            DamageRandom = [0.1, 0.1],
            Residual = -1,
            ResidualRandom = [0, 0],
            P = p,
            Holm = holm,
            IsStopped = false,
            Saturated = saturated,
        };
    }
}
