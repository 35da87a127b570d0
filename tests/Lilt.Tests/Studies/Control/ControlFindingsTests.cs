using Lilt.Studies.Control;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>What is said, and what is not, for given numbers.</summary>
public sealed class ControlFindingsTests
{
    private const int Sets = 19;

    [Fact]
    public void Layers_BeyondTheSetsThatDamageAsMuch_IsSaid()
    {
        ControlFinding finding = Findings(timing: -2, damage: 0.1, randomDamage: set => set < 5 ? 0.2 : 0).Layers[0];

        Assert.True(finding.ServesCounting);
        Assert.Contains("any of the 5 of 19 random sets", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_NoSetDamagesAsMuch_IsNotSaid()
    {
        ControlFinding finding = Findings(timing: -2, damage: 0.1, randomDamage: _ => 0).Layers[0];

        Assert.False(finding.ServesCounting);
        Assert.Contains("damages other tokens more than every one", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Layers_RandomSetsAsHarmful_IsNotSaid() =>
        Assert.False(Findings(timing: -0.5, damage: 0, randomDamage: _ => 0.2).Layers[0].ServesCounting);

    [Fact]
    public void Layers_TimingRises_IsNotSaidThoughRandomSetsRiseMore() =>
        Assert.False(Findings(timing: 0.5, damage: 0, randomDamage: _ => 0.2, randomTiming: 1).Layers[0].ServesCounting);

    [Theory]
    [InlineData(-0.01, -0.05, 0.02, ControlVerdict.Confirmed)]
    [InlineData(-0.08, -0.15, 0.0, ControlVerdict.LeftOpen)]
    [InlineData(-0.4, -0.5, -0.3, ControlVerdict.Contradicted)]
    public void Claim_LossOfTheCountedShare_Decides(double loss, double low, double high, ControlVerdict verdict) =>
        Assert.Equal(verdict, Findings(timing: -0.5, damage: 0, randomDamage: _ => 0.2, share: (loss, low, high)).Claim.Verdict);

    [Fact]
    public void Claim_LayerOneServesCounting_IsContradicted() =>
        Assert.Equal(ControlVerdict.Contradicted, Findings(timing: -2, damage: 0.1, randomDamage: _ => 0.2).Claim.Verdict);

    [Fact]
    public void Claim_NetworkThatDoesNotCount_IsLeftOpen() =>
        Assert.Equal(ControlVerdict.LeftOpen, Findings(timing: -0.5, damage: 0, randomDamage: _ => 0.2, baselineShare: 0.3).Claim.Verdict);

    private static ControlFindings Findings(
        double timing,
        double damage,
        Func<int, double> randomDamage,
        double randomTiming = -1,
        (double Loss, double Low, double High) share = default,
        double baselineShare = 0.95)
    {
        ControlSets sets = new()
        {
            Layer = 1,
            Sets = [.. Enumerable.Range(0, Sets).Select(_ => (int[])[1, 2])],
            TargetCounts = [2],
            DrawnCounts = [2],
            Spilled = 0,
            TargetStrength = 1,
            RandomStrength = 1,
            Overlap = 0,
        };
        return new ControlFindings(
        [
            Measure(ControlMeasure.TimingContrast, 5, ControlHarm.Less, timing, _ => randomTiming),
            Measure(ControlMeasure.OtherTokens, 1, ControlHarm.More, damage, randomDamage),
            Measure(ControlMeasure.StrictlyCounted, baselineShare, ControlHarm.Less, share.Loss, _ => 0, new ControlInterval(share.Low, share.High)),
        ],
        [sets],
        Sets);
    }

    private static ControlMeasure Measure(
        string name, double baseline, ControlHarm harm, double target, Func<int, double> random, ControlInterval interval = default)
    {
        double[] changes = [.. Enumerable.Range(0, Sets).Select(random)];
        double p = ControlStatistics.P(target, changes, harm);
        ControlEffect effect = new() { Layer = 1, Target = target, Random = changes, P = p, Holm = p, Interval = default, TargetInterval = interval };
        return new ControlMeasure { Name = name, Loop = ControlLoop.Open, Unit = "nats", Baseline = baseline, Harm = harm, Layers = [effect] };
    }
}
