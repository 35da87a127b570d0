using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class OneSidedTTests
{
    [Fact]
    public void Of_StudentsSleepers_IsHisFinding()
    {
        // Student (1908): additional sleep by one drug over the other, mean 1.58, t = 4.06 with 9 degrees of freedom; one-sided p =
        // 0.00142.
        OneSidedT test = OneSidedT.Of([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]);

        Assert.Equal(1.58, test.Mean, 1e-12);
        Assert.Equal(0.001416, test.P, 5e-6);
        Assert.Equal(10, test.Count);
    }

    [Fact]
    public void Of_TheSameTurnedRound_IsTheOtherTail()
    {
        double[] values = [0.3, -0.2, 0.5, 0.1];

        Assert.Equal(1, OneSidedT.Of(values).P + OneSidedT.Of([.. values.Select(value => -value)]).P, 1e-12);
    }

    [Fact]
    public void Of_ValuesThatAreNone_AreLeftOut() => Assert.Equal(OneSidedT.Of([1, 2, 4]), OneSidedT.Of([1, double.NaN, 2, 4, double.NaN]));

    [Fact]
    public void Of_EqualOrTooFewValues_SaysWhatCanBeSaid()
    {
        Assert.Equal(0, OneSidedT.Of([2, 2, 2]).P);
        Assert.Equal(1, OneSidedT.Of([0, 0]).P);
        Assert.Equal(1, OneSidedT.Of([-1, -1]).P);
        Assert.True(double.IsNaN(OneSidedT.Of([1]).P));
        Assert.Equal(0, OneSidedT.Of([]).Count);
    }
}
