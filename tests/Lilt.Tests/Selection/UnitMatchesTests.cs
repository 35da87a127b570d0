using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Selection;

public sealed class UnitMatchesTests
{
    private const double Rounding = 1e-6;

    private static readonly Model Model = WanderingModel.Create(["M:4/4", "K:Cmaj"], layers: 2, units: 16, WanderingModel.Bars);
    private static readonly TuneRecording[] Tunes =
    [
        .. TuneRecordings.Record(
            Model,
            new GenerationOptions
            {
                Seed = 3,
                Tunes = 4,
                Limit = 60,
            }
        ),
    ];

    [Fact]
    public void Best_OfANetworkWithItself_IsEachUnitItself() =>
        Assert.All(
            UnitMatches.Best(Tunes, Tunes, Site.H(2)),
            match => Assert.True(match.Other == match.Unit && Math.Abs(match.R - 1) < Rounding, $"{match}")
        );

    [Fact]
    public void Best_OfTheSameUnitsInAnotherOrderAndSign_FindsThem()
    {
        TuneRecording[] turned =
        [
            .. Tunes.Select(tune => With(tune, h => [.. Enumerable.Range(0, 16).Select(unit => -2 * h[(unit + 5) % 16])])),
        ];

        Assert.All(
            UnitMatches.Best(Tunes, turned, Site.H(2)),
            match => Assert.True((match.Other + 5) % 16 == match.Unit && Math.Abs(match.R + 1) < Rounding, $"{match}")
        );
    }

    [Fact]
    public void Best_OfUnitsThatAreNotAlike_IsTheLargestOfTheCorrelationsOverAllSteps()
    {
        IReadOnlyList<UnitMatch> matches = UnitMatches.Best(Tunes, Tunes, Site.H(1), Site.C(2));
        for (int unit = 0; unit < 16; unit += 5)
        {
            double[] one = [.. Tunes.SelectMany(tune => tune[Site.H(1)].Unit(unit)).Select(value => (double)value)];
            double[] all =
            [
                .. Enumerable
                    .Range(0, 16)
                    .Select(other =>
                        Pearson(one, [.. Tunes.SelectMany(tune => tune[Site.C(2)].Unit(other)).Select(value => (double)value)])
                    ),
            ];

            Assert.Equal(all.Max(Math.Abs), Math.Abs(matches[unit].R), 1e-9);
            Assert.Equal(all[matches[unit].Other], matches[unit].R, 1e-9);
        }
    }

    [Fact]
    public void Best_UnitThatNeverMoves_IsLikeNone()
    {
        TuneRecording[] still = [.. Tunes.Select(tune => With(tune, h => [.. h.Select((value, unit) => unit == 3 ? 0.25f : value)]))];

        Assert.Equal(0, UnitMatches.Best(still, Tunes, Site.H(2))[3].R);
    }

    [Fact]
    public void Best_OtherTunes_IsAnErrorThatSaysWhere()
    {
        Assert.Contains(
            "at step",
            Assert.Throws<ArgumentException>(() => UnitMatches.Best(Tunes, [.. Tunes.Reverse()], Site.H(2))).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentException>(() => UnitMatches.Best(Tunes, Tunes[1..], Site.H(2)));
        Assert.Throws<ArgumentException>(() => UnitMatches.Best([], [], Site.H(2)));
    }

    [Fact]
    public void ByBand_OfARecording_IsThatOfItsSpectra()
    {
        Band band = new(4, 6);
        UnitSequences sequences = Tunes[0].Sequences(Site.H(2));

        UnitOrder order = UnitOrder.ByBand(Tunes[0], Site.H(2), band);

        Assert.Equal(
            UnitOrder.ByBand(LayerSpectra.Of(sequences, SpectrumOptions.Default).With(DirectCurrent.Exclude), band).Units,
            order.Units
        );
        Assert.Equal(
            Tunes[0][Site.H(2)].ToArray(),
            Enumerable.Range(0, sequences.Steps).SelectMany(step => sequences.Step(step).ToArray())
        );
        Assert.Equal(
            Tunes[0][Site.Posterior].ToArray(),
            Enumerable.Range(0, sequences.Steps).SelectMany(step => Tunes[0].Sequences(Site.Posterior).Step(step).ToArray())
        );
    }

    [Fact]
    public void MeasureBand_OfATune_HoldsItsMeasureInterval()
    {
        TuneRecording tune = ShippedNetwork.Model.Read(ShippedNetwork.Tunes[0], SiteKind.Hidden);
        bool[] bars = [.. tune.Text.Split(' ').Select(text => text.Contains('|', StringComparison.Ordinal))];
        double interval = MeasureBand.Interval(bars)!.Value.Steps;

        Band band = MeasureBand.Of(tune)!.Value;

        Assert.InRange(interval, band.Shortest.Steps, band.Longest.Steps);
        Assert.Null(MeasureBand.Of(ShippedNetwork.Model.Read("M:4/4 K:Cmaj C D", SiteKind.Hidden)));
    }

    private static TuneRecording With(TuneRecording tune, Func<float[], float[]> change)
    {
        float[] values = tune.Values(SiteKind.Hidden).ToArray();
        for (int step = 0; step < tune.Steps; step++)
        {
            change(tune[Site.H(2)][step].ToArray()).CopyTo(values, ((step * 2) + 1) * 16);
        }

        return new TuneRecording(tune.Facts, tune.Input, tune.Output, new Dictionary<SiteKind, float[]> { [SiteKind.Hidden] = values });
    }

    private static double Pearson(double[] a, double[] b)
    {
        double meanA = a.Average();
        double meanB = b.Average();
        double together = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return together / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
