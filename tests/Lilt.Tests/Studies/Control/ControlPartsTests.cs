using Lilt.Network;
using Lilt.Studies.Control;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>A control in parts beside a whole one.</summary>
public sealed class ControlPartsTests
{
    // A whole control is stopped early nowhere with so few sets.
    private static readonly ControlOptions Options = new()
    {
        Header = CountingNetwork.Header,
        Limit = 120,
        Tunes = 6,
        ClosedTunes = 9,
        Sets = 19,
        Resamples = 199,
        Threads = 2,
    };

    private static readonly ControlTarget[] Targets = [new(1, CountingNetwork.Writers)];

    private readonly Model model = CountingNetwork.Model(CountingNetwork.Weights());

    [Fact]
    public void Join_OfPartsInAnyOrder_IsAWholeControl()
    {
        ControlResult whole = ControlStudy.Run(model, Options, Targets);
        ControlPart[] parts = [Read(12, 7), Read(0, 5), Read(5, 7)];

        ControlTiming joined = ControlParts.Join(model, Options, Targets, parts.SelectMany(part => part.Sums));

        Assert.Equal(whole.Baseline, joined.Baseline);
        Assert.Equal(whole.Verdicts.Take(joined.Verdicts.Count), joined.Verdicts);
        Assert.Equal(2, joined.Verdicts.Count);
        Assert.Equal(whole.Cuts.Count, joined.Cuts.Count);
        foreach ((TimingCut one, TimingCut other) in whole.Cuts.Zip(joined.Cuts))
        {
            Assert.Equal(one.When, other.When);
            Assert.Equivalent(one.Layers, other.Layers, strict: true);
        }

        Assert.Equal(joined.Verdicts[1], joined.VerdictOn(CutSteps.AtBars, 1));
        Assert.Null(joined.VerdictOn(CutSteps.AllSteps, 1));
        Assert.Equal(parts[0].Uncut, parts[1].Uncut);
        Assert.Equal(joined.Baseline.Contrast, parts[0].Uncut.Sum(tune => tune.Contrast) / parts[0].Uncut.Sum(tune => tune.Boundaries));
    }

    [Fact]
    public void Read_OfFewerSets_IsTheSamePart()
    {
        ControlPart part = Read(0, 5);

        Assert.Equal(part.Sums, ControlParts.Read(model, Options with { Sets = 12 }, Targets, 0, 5).Sums);
    }

    [Fact]
    public void Join_WithoutASet_SaysWhich()
    {
        ControlSum[] sums = [.. Read(0, 19).Sums.Where(sum => sum.Set != 7)];

        ArgumentException error = Assert.Throws<ArgumentException>(() => ControlParts.Join(model, Options, Targets, sums));

        Assert.Contains("set 7 of layer 1 is not there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Join_OfASetTwice_SaysWhich()
    {
        ControlSum[] sums = [.. Read(0, 19).Sums, .. Read(18, 1).Sums];

        ArgumentException error = Assert.Throws<ArgumentException>(() => ControlParts.Join(model, Options, Targets, sums));

        Assert.Contains("Set 18 of layer 1 is there twice", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(0, 0)]
    [InlineData(18, 2)]
    [InlineData(int.MaxValue, 1)]
    public void Read_OfSetsThatThereAreNot_IsRefused(int first, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(first, count));

    private ControlPart Read(int first, int count) => ControlParts.Read(model, Options, Targets, first, count);
}
