using Lilt.Binding;
using Lilt.Selection;
using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Selection;

public sealed class UnitOrderTests
{
    // Sums of a hundred products of numbers of about 1 in double precision.
    private const double Rounding = 1e-12;

    private const int Steps = 96;

    private static readonly int[] Periods = [4, 8, 24, 12];

    // The second has none: its unit is silent.
    private static readonly int[] SlowAndSilent = [4, 1, 24, 12];

    [Fact]
    public void ByPeakPeriod_Tones_LongestFirstAndSilentLast()
    {
        UnitSequences tones = Sequences((step, unit) => unit == 1 ? 0 : Math.Sin(2 * Math.PI * step / SlowAndSilent[unit]));
        UnitOrder order = UnitOrder.ByPeakPeriod(LayerSpectra.Of(tones, SpectrumOptions.Default));

        Assert.Equal([2, 3, 0, 1], order.Units);
        Assert.Equal([24.0, 12.0, 4.0], order.Keys.Take(3).Select(key => Math.Round(key!.Value)));
        Assert.Null(order.Keys[3]);
    }

    [Fact]
    public void ByBand_Tones_ThoseInTheBandFirst()
    {
        UnitSequences tones = Sequences((step, unit) => Math.Sin(2 * Math.PI * step / Periods[unit]));
        UnitOrder order = UnitOrder.ByBand(LayerSpectra.Of(tones, SpectrumOptions.Default).With(DirectCurrent.Exclude), new Band(7, 9));

        Assert.Equal(1, order.Units[0]);
        Assert.True(order.Keys[0] > 0.9);
        Assert.Equal(order.Keys.OrderDescending(), order.Keys);
    }

    [Fact]
    public void ByBinding_UnitThatIsTheEvent_IsFirstAndItsOppositeLast()
    {
        bool[] events = [.. Enumerable.Range(0, Steps).Select(step => step % 8 == 0)];
        UnitSequences units = Sequences(
            (step, unit) =>
                unit switch
                {
                    0 => events[step] ? -1 : 0,
                    1 => Math.Sin(step),
                    2 => events[step] ? 1 : 0,
                    _ => 0,
                }
        );
        UnitOrder order = UnitOrder.ByBinding(new TuneEvents(units, events, 0, Steps));

        Assert.Equal([2, 0], new[] { order.Units[0], order.Units[^1] });
        Assert.Equal(1, order.Keys[0]!.Value, 1e-6);
        Assert.All(UnitOrder.ByBinding(new TuneEvents(units, new bool[Steps], 0, Steps)).Keys, key => Assert.Null(key));
    }

    [Fact]
    public void BySimilarity_TwoFamilies_StandApartAndTheKeyIsPearsonsR()
    {
        UnitSequences units = Sequences(
            (step, unit) =>
                unit == 4 ? 0.25 : (unit % 2 == 0 ? Math.Sin(step / 3.0) : Math.Cos(step * 1.7)) + (0.1 * unit * Math.Sin(step * step)),
            5
        );
        UnitOrder order = UnitOrder.BySimilarity(units);

        Assert.Equal(4, order.Units[^1]);
        Assert.Equal(order.Units[0] % 2, order.Units[1] % 2);
        Assert.Equal(order.Units[2] % 2, order.Units[3] % 2);
        Assert.Null(order.Keys[0]);
        Assert.Null(order.Keys[^1]);
        for (int place = 1; place < 4; place++)
        {
            Assert.Equal(Pearson(units, order.Units[place - 1], order.Units[place]), order.Keys[place]!.Value, Rounding);
        }
    }

    [Fact]
    public void BySimilarity_NothingMoves_IsByIndex() =>
        Assert.Equal([0, 1, 2, 3], UnitOrder.BySimilarity(Sequences((_, unit) => unit / 3.0)).Units);

    [Fact]
    public void Chain_OfKnownLikeness_TakesTheNearestThatIsLeft()
    {
        double[,] likeness =
        {
            { 0, 1, 5, 2 },
            { 1, 0, 9, 3 },
            { 5, 9, 0, 9 },
            { 2, 3, 9, 0 },
        };

        Assert.Equal([0, 2, 1, 3], SimilarityChain.Of(likeness, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SimilarityChain.Of(likeness, 4));
    }

    private static UnitSequences Sequences(Func<int, int, double> value, int units = 4) =>
        new([.. Enumerable.Range(0, Steps * units).Select(index => (float)value(index / units, index % units))], units);

    private static double Pearson(UnitSequences sequences, int one, int other)
    {
        double[] a = [.. Enumerable.Range(0, sequences.Steps).Select(step => (double)sequences.Step(step)[one])];
        double[] b = [.. Enumerable.Range(0, sequences.Steps).Select(step => (double)sequences.Step(step)[other])];
        double meanA = a.Average();
        double meanB = b.Average();
        double both = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return both / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
