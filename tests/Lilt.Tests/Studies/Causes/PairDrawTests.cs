using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Planting.Causes;
using Lilt.Randomness;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Material;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Pairs are what they are said to be.</summary>
public sealed class PairDrawTests
{
    private const int Many = 60;

    private static readonly IReadOnlyList<MeterMaterial> Meters = CausesMaterial.Make(
        CausalNetwork.Make(CausalKind.Durations, 2, 32, 4).Model,
        new CausesOptions { Seed = 9, Tunes = 40 },
        CancellationToken.None
    );

    private static MeterMaterial Common => Meters[0];

    private static Fraction Eighths(int of) => new(of, 8);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(-2)]
    public void Dosed_Pairs_AreOpenPlacesOfFullMeasuresOfTwoTunes(int dose)
    {
        PairDraw draw = new(Common, Common, 1);

        IReadOnlyList<SwapPair> pairs = draw.Dosed(Many, Eighths(dose), Eighths(2));

        Assert.True(pairs.Count >= 50, $"{pairs.Count} pairs");
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Target).Distinct().Count());
        foreach (SwapPair pair in pairs)
        {
            OpenPlace target = Place(Common, pair.Target);
            OpenPlace donor = Place(Common, pair.Donor);
            ReadTune tune = Common.Tunes[pair.Target.Tune];
            Assert.NotEqual(pair.Target.Tune, pair.Donor.Tune);
            Assert.True(tune.IsUsed(target.Measure) && Common.Tunes[pair.Donor.Tune].IsUsed(donor.Measure));
            Assert.True(target.Distance == Eighths(4) || target.Distance == Eighths(3));
            Assert.Equal(target.Distance + Eighths(dose), donor.Distance);
            Assert.Equal(tune.Places.Measures[target.Measure].Bar, pair.Own);

            // Where the bar is due by the donor's count; of shams where it would be at the main dose; where it is lost, the own bar.
            Assert.True(tune.Places.TryFind(pair.Moved, out OpenPlace moved));
            Assert.Equal(target.Measure, moved.Measure);
            Assert.Equal(Eighths(dose < 0 ? 8 : 8 - (dose == 0 ? 2 : dose)), moved.Distance);
            Assert.True(pair.Moved - pair.Target.Step >= PairDraw.FewestReads);
        }
    }

    [Fact]
    public void Dosed_AtAPlace_TakesTargetsThereAlone()
    {
        PairDraw draw = new(Common, Common, 1);

        IReadOnlyList<SwapPair> pairs = draw.Dosed(20, Eighths(2), Eighths(2), Eighths(1));

        Assert.Equal(20, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(Eighths(1), Place(Common, pair.Target).Distance));
    }

    [Fact]
    public void Dosed_NoMoreThanTunes_TakesEachTuneAtMostOnceAsTarget()
    {
        PairDraw draw = new(Common, Common, 1);

        IReadOnlyList<SwapPair> pairs = draw.Dosed(Common.Tunes.Count / 2, Eighths(2), Eighths(2));

        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Target.Tune).Distinct().Count());
    }

    [Fact]
    public void Dosed_SameSeed_DrawsTheSame_AnotherAnother()
    {
        IReadOnlyList<SwapPair> once = new PairDraw(Common, Common, 1).Dosed(Many, Eighths(2), Eighths(2));

        Assert.Equal(once, new PairDraw(Common, Common, 1).Dosed(Many, Eighths(2), Eighths(2)));
        Assert.NotEqual(once, new PairDraw(Common, Common, 2).Dosed(Many, Eighths(2), Eighths(2)));
    }

    [Fact]
    public void Dosed_DoseOfAMeasure_HasNoPair() => Assert.Empty(new PairDraw(Common, Common, 1).Dosed(Many, Eighths(8), Eighths(2)));

    [Fact]
    public void Draw_RuleForDonors_HoldsOfEveryPair()
    {
        PairDraw draw = new(Common, Common, 1);

        IReadOnlyList<SwapPair> pairs = draw.Draw(
            "as many tokens",
            Many,
            (_, place) => place.Distance == Eighths(5) ? place.Step : null,
            place => place.Distance - Eighths(1),
            (target, donor) => donor.Tokens == target.Tokens
        );

        Assert.True(pairs.Count >= 20, $"{pairs.Count} pairs");
        Assert.All(pairs, pair => Assert.Equal(Place(Common, pair.Target).Tokens, Place(Common, pair.Donor).Tokens));
        Assert.All(pairs, pair => Assert.Equal(Eighths(4), Place(Common, pair.Donor).Distance));
    }

    [Fact]
    public void Draw_DonorsOfAnotherMeter_AreOfThatMeter()
    {
        Assert.Equal(["4/4", "6/8"], Meters.Select(of => of.Meter));
        PairDraw draw = new(Common, Meters[1], 1);

        IReadOnlyList<SwapPair> pairs = draw.Draw(
            "crossed",
            Many,
            (_, place) => place.Distance == Eighths(4) ? place.Step : null,
            _ => Eighths(3),
            (_, _) => true
        );

        Assert.Equal(Many, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal(Eighths(3), Place(Meters[1], pair.Donor).Distance));
    }

    [Fact]
    public void IsMiddle_IsHalfAMeasureOrTheEighthBefore()
    {
        PairDraw common = new(Common, Common, 1);
        PairDraw compound = new(Meters[1], Meters[1], 1);

        Assert.Equal([3, 4], Enumerable.Range(0, 9).Where(of => common.IsMiddle(Eighths(of))));
        Assert.Equal([2, 3], Enumerable.Range(0, 7).Where(of => compound.IsMiddle(Eighths(of))));
        Assert.Equal((Eighths(4), Eighths(3)), (common.Middle, compound.Middle));
    }

    private static OpenPlace Place(MeterMaterial material, PlaceOfTune of)
    {
        Assert.True(material.Tunes[of.Tune].Places.TryFind(of.Step, out OpenPlace place));
        return place;
    }
}
