using Lilt.Studies.Control;
using Xunit;

namespace Lilt.Tests.Studies.Control;

public sealed class ControlIntervalsTests
{
    private const double Level = 0.95;

    /// <summary>A few roundings of doubles near 1.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Of_SameShiftOnEveryTune_HasNoWidth()
    {
        TuneTable table = new(
            6,
            6,
            (network, tune) =>
                (
                    10
                        + tune
                        + network switch
                        {
                            0 => 0,
                            1 => -2,
                            _ => -0.5,
                        },
                    1
                )
        );
        (ControlInterval target, ControlInterval difference, double? excess, ControlInterval? excessInterval) = new ControlIntervals(
            6,
            200,
            seed: 9
        ).Of(table, Level);

        AssertBoth(-2, target);
        AssertBoth(-1.5, difference);
        Assert.Equal(3, excess!.Value, Rounding);
        AssertBoth(3, excessInterval!.Value);
    }

    [Fact]
    public void Of_SetsThatDiffer_WidenTheIntervalThoughTunesDoNot()
    {
        TuneTable table = new(6, 3, (network, _) => (network < 2 ? 0 : network - 1, 1));
        ControlInterval difference = new ControlIntervals(3, 2000, seed: 9).Of(table, Level).Difference;

        // −mean of 1, 2, 3, 4 drawn with replacement: −2.5 with a standard deviation of √(1.25/4) = 0.56.
        Assert.InRange(difference.Low, -3.75, -3.25);
        Assert.InRange(difference.High, -1.75, -1.25);
    }

    [Fact]
    public void Of_RandomSetsThatChangeNextToNothing_HasNoExcess()
    {
        TuneTable table = new(
            4,
            3,
            (network, tune) =>
                (
                    10
                        + tune
                        + network switch
                        {
                            0 => 0,
                            1 => -5,
                            _ => -0.01,
                        },
                    1
                )
        );

        Assert.Null(new ControlIntervals(3, 50, seed: 9).Of(table, Level).Excess);
    }

    [Fact]
    public void Of_WiderLevel_HoldsTheNarrowerInterval()
    {
        TuneTable table = new(4, 8, (network, tune) => (network == 1 ? (tune * 7) % 5 : 0, 1));
        ControlIntervals intervals = new(8, 999, seed: 2);
        ControlInterval narrow = intervals.Of(table, 0.9).Target;
        ControlInterval wide = intervals.Of(table, 0.99).Target;

        Assert.True(wide.Low < narrow.Low && narrow.High < wide.High, $"{wide} {narrow}");
    }

    private static void AssertBoth(double value, ControlInterval interval)
    {
        Assert.Equal(value, interval.Low, Rounding);
        Assert.Equal(value, interval.High, Rounding);
    }
}
