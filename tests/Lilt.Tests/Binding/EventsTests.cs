using Lilt.Binding;
using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Binding;

public sealed class EventsTests
{
    private const double Rounding = 1e-7; // The values are float32.

    [Fact]
    public void Average_TwoTunes_WeighsTunesAndNotEvents()
    {
        // The first tune has two events of 1, the second one of 4: 2.5, with sd/√2 = 1.5.
        EventLockedAverage average = EventLockedAverage.Of([Tune([0, 1, 0, 1, 0], [1, 3]), Tune([0, 0, 4, 0, 0], [2])], unit: 0, reach: 3);

        Assert.Equal(2.5, average.Mean[3], Rounding);
        Assert.Equal(1.5, average.StandardError[3]!.Value, Rounding);
        Assert.Equal(0, average.Mean[4], Rounding);
        // Three steps before the event: only the first tune's second event has such a step.
        Assert.Equal(1, average.Tunes[0]);
        Assert.Null(average.StandardError[0]);
    }

    [Fact]
    public void Average_StepsOutsideTheCountedOnes_AreLeftOut()
    {
        TuneEvents tune = new(new UnitSequences([9, 1, 1, 9], 1), [false, true, false, false], first: 1, count: 2);
        EventLockedAverage average = EventLockedAverage.Of([tune], unit: 0, reach: 2);

        Assert.Equal([0, 0, 1, 1, 0], average.Tunes);
        Assert.True(double.IsNaN(average.Mean[1]));
        Assert.Equal(1, average.Mean[3], Rounding);
    }

    [Fact]
    public void HitsAndMisses_SpikesButForOne_NamesIt()
    {
        // |h| at the events 1, 0.9, 0.1; off them median 0.1: the threshold is 0.5.
        HitsAndMisses sorted = HitsAndMisses.Of(Tune([0.1f, 1, 0.1f, -0.9f, 0.1f, 0.1f, 0.7f], [1, 3, 5]), unit: 0);

        Assert.Equal(0.5, sorted.Threshold, Rounding);
        Assert.Equal([1, 3], sorted.Hits);
        Assert.Equal([5], sorted.Misses);
        Assert.Equal([6], sorted.Strays);
    }

    [Fact]
    public void HitsAndMisses_EventEverywhere_Throws() =>
        Assert.Throws<ArgumentException>(() => HitsAndMisses.Of(Tune([1, 2, 3], [0, 1, 2]), unit: 0));

    [Fact]
    public void Constructor_CountedStepsOutsideTheTune_Throws()
    {
        UnitSequences sequences = new([1, 2, 3], 1);

        Assert.Throws<ArgumentOutOfRangeException>(() => new TuneEvents(sequences, new bool[3], 1, 3));
        Assert.Throws<ArgumentException>(() => new TuneEvents(sequences, new bool[2], 0, 2));
    }

    private static TuneEvents Tune(float[] values, int[] events)
    {
        bool[] train = new bool[values.Length];
        foreach (int step in events)
        {
            train[step] = true;
        }

        return new TuneEvents(new UnitSequences(values, 1), train, 0, values.Length);
    }
}
