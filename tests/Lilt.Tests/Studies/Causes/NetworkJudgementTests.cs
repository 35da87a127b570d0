using Lilt.Studies;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Telling;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

public sealed class NetworkJudgementTests
{
    private static readonly LayerClaim Yes = Claim(VerdictKind.Supported);
    private static readonly LayerClaim No = Claim(VerdictKind.Contradicted);
    private static readonly LayerClaim Open = Claim(VerdictKind.Undetermined) with { Reason = "49 pairs are too few" };

    [Fact]
    public void Of_WhatOneMeterSaysAndNoneContradicts_IsSaid()
    {
        WiredLayer layer = Joined([Layer(1, Open, Yes, No)], [Layer(1, No, Open, Open)]);

        Assert.Equal(VerdictKind.Contradicted, layer.Sets.Verdict);
        Assert.Equal("6/8", layer.Sets.Meter);
        Assert.Equal(VerdictKind.Supported, layer.Keeps.Verdict);
        Assert.Equal("4/4", layer.Keeps.Meter);
        Assert.Equal(VerdictKind.Contradicted, layer.HandsOn.Verdict);
    }

    [Fact]
    public void Of_MetersThatDisagree_IsUndeterminedAndSaysWhoSaidWhat()
    {
        WiredLayer layer = Joined([Layer(1, Open, Yes, Open)], [Layer(1, Open, No, Open)]);

        Assert.Equal(VerdictKind.Undetermined, layer.Keeps.Verdict);
        Assert.Equal("the meters disagree: supported in 4/4 and contradicted in 6/8", layer.Keeps.Reason);
    }

    [Fact]
    public void Of_NoMeterSaysAnything_HasTheFirstOnesReason() =>
        Assert.Equal(Open with { Meter = "4/4" }, Joined([Layer(1, Open, Open, Open)], [Layer(1, Open, Open, Open)]).Keeps);

    [Theory]
    [InlineData(BarRoad.Remembered, BarRoad.Remembered, BarRoad.Remembered)]
    [InlineData(BarRoad.Remembered, BarRoad.ToldAtOnce, null)]
    public void Of_Road_IsSaidWhereTheMetersHaveOne(BarRoad one, BarRoad other, BarRoad? said) =>
        Assert.Equal(said, Joined([Layer(1, Yes, Open, Open) with { Road = one }], [Layer(1, Yes, Open, Open) with { Road = other }]).Road);

    [Fact]
    public void Of_TogetherInOneMeter_StandsWhereTheOtherSaysNothing()
    {
        IReadOnlyList<WiredLayer> layers = Of(
            [Layer(1, Open, No, Open) with { Together = [2] }, Layer(2, Open, No, Open) with { Together = [1] }],
            [Layer(1, Open, Open, Open), Layer(2, Open, Open, Open)]
        );

        Assert.Equal(["2", "1"], layers.Select(of => string.Join('+', of.Together)));
    }

    [Fact]
    public void Of_TogetherInOneMeterAndAloneInTheOther_IsNeither()
    {
        IReadOnlyList<WiredLayer> layers = Of(
            [Layer(1, Open, No, Open) with { Together = [2] }, Layer(2, Open, No, Open) with { Together = [1] }],
            [Layer(1, Open, Yes, Open), Layer(2, Open, No, Open)]
        );

        Assert.All(layers, of => Assert.Empty(of.Together));
        Assert.Equal([VerdictKind.Undetermined, VerdictKind.Contradicted], layers.Select(of => of.Keeps.Verdict));
    }

    private static WiredLayer Joined(IReadOnlyList<WiredLayer> common, IReadOnlyList<WiredLayer> compound) => Of(common, compound)[0];

    private static IReadOnlyList<WiredLayer> Of(IReadOnlyList<WiredLayer> common, IReadOnlyList<WiredLayer> compound) =>
        NetworkJudgement.Of([
            [.. common.Select(of => In(of, "4/4"))],
            [.. compound.Select(of => In(of, "6/8"))],
        ]);

    private static WiredLayer In(WiredLayer of, string meter) =>
        of with
        {
            Sets = of.Sets with { Meter = meter },
            Keeps = of.Keeps with { Meter = meter },
            HandsOn = of.HandsOn with { Meter = meter },
        };

    private static WiredLayer Layer(int layer, LayerClaim sets, LayerClaim keeps, LayerClaim handsOn) =>
        new(layer, sets, null, keeps, [], handsOn);

    private static LayerClaim Claim(VerdictKind verdict) => new(verdict, 0.5, 0.4, 0.6, "", 300, 100, "");
}
