using Lilt.Studies.Control;
using Xunit;

namespace Lilt.Tests.Studies.Control;

public sealed class ControlStatisticsTests
{
    /// <summary>A few roundings of doubles near 1.</summary>
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(-3, ControlHarm.Less, 0.2)]
    [InlineData(-1, ControlHarm.Less, 0.6)]
    [InlineData(5, ControlHarm.Less, 1)]
    [InlineData(5, ControlHarm.More, 0.2)]
    [InlineData(1, ControlHarm.More, 0.6)]
    public void P_Change_CountsThoseAtLeastAsHarmful(double target, ControlHarm harm, double p) =>
        Assert.Equal(p, ControlStatistics.P(target, [-2, -1, 1, 2], harm), Rounding);

    [Fact]
    public void Holm_ThreeP_MultipliesByHowManyAreLeftAndNeverFalls()
    {
        double[] holm = ControlStatistics.Holm([0.04, 0.01, 0.03]);

        Assert.Equal(0.06, holm[0], Rounding);
        Assert.Equal(0.03, holm[1], Rounding);
        Assert.Equal(0.06, holm[2], Rounding);
        Assert.Equal([1.0, 1.0], ControlStatistics.Holm([0.6, 0.9]));
    }

    [Fact]
    public void Effects_SameShiftOnEveryTune_HasIntervalsOfNoWidth()
    {
        const int Sets = 4;
        const int Tunes = 6;
        TuneTable table = new(2 + Sets, Tunes);
        for (int network = 0; network < 2 + Sets; network++)
        {
            for (int tune = 0; tune < Tunes; tune++)
            {
                double shift = network switch { 0 => 0, 1 => -2, _ => -0.5 };
                table.Set(network, tune, tune + shift, 1);
            }
        }

        ControlEffect effect = new ControlStatistics(1, Sets, Tunes, 200, seed: 9).Effects(table, [new ControlTarget(1, [0])], ControlHarm.Less)[0];

        Assert.Equal(-2, effect.Target, Rounding);
        Assert.Equal(0.2, effect.P!.Value, Rounding);
        Assert.Equal(-2, effect.TargetInterval.Low, Rounding);
        Assert.Equal(-2, effect.TargetInterval.High, Rounding);
        Assert.Equal(-1.5, effect.Interval.Low, Rounding);
        Assert.Equal(-1.5, effect.Interval.High, Rounding);
    }

    [Fact]
    public void Effects_SetsThatDiffer_WidenTheIntervalThoughTunesDoNot()
    {
        const int Sets = 4;
        TuneTable table = new(2 + Sets, 3);
        for (int network = 0; network < 2 + Sets; network++)
        {
            for (int tune = 0; tune < 3; tune++)
            {
                table.Set(network, tune, network < 2 ? 0 : network - 1, 1);
            }
        }

        ControlInterval interval = new ControlStatistics(1, Sets, 3, 2000, seed: 9).Effects(table, [new ControlTarget(1, [0])], ControlHarm.Less)[0].Interval;

        // −mean of 1, 2, 3, 4 drawn with replacement: −2.5 with a standard deviation of √(1.25/4) = 0.56.
        Assert.InRange(interval.Low, -3.75, -3.25);
        Assert.InRange(interval.High, -1.75, -1.25);
    }
}
