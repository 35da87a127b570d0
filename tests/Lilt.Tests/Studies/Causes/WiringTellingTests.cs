using Lilt.Studies;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Telling;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>The sentence for the network, of claims made by hand: it says what they say and no more.</summary>
public sealed class WiringTellingTests
{
    private static readonly LayerClaim Yes = Claim(VerdictKind.Supported);
    private static readonly LayerClaim No = Claim(VerdictKind.Contradicted);
    private static readonly LayerClaim Open = Claim(VerdictKind.Undetermined) with { Reason = "49 pairs are too few" };

    [Fact]
    public void Sentence_SetterKeeperAndWhatHandsOn_AreNamed() =>
        Assert.Equal(
            "The network counts durations, down to the bar: layer 1 reads the bar line and sets the count by what it remembers over the steps that follow, layer 2 keeps the count and layer 3 hands it on.",
            Sentence(Layer(1, Yes, No, No) with { Road = BarRoad.Remembered }, Layer(2, No, Yes, Yes), Layer(3, No, No, Yes))
        );

    [Fact]
    public void Sentence_KeeperThatReadsTheBarItself_IsSetByIt() =>
        Assert.Equal(
            "The network counts durations, down to the bar: layer 1 keeps the count, set by the bar line itself; layers 2 and 3 hand it on.",
            Sentence(Layer(1, Yes, Yes, Yes) with { Road = BarRoad.ItsOwn }, Layer(2, No, No, Yes), Layer(3, No, No, Yes))
        );

    [Fact]
    public void Sentence_TwoKeepersOfWhichEitherSuffices_SaysSo() =>
        Assert.Contains(
            "layers 1 and 2 keep the count, each by itself enough to move the bar",
            Sentence(Layer(1, Open, Yes, Open), Layer(2, Open, Yes, Open)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Sentence_TwoThatKeepItTogether_SaysNeitherAlone() =>
        Assert.Contains(
            "layers 1 and 3 keep the count together, neither alone",
            Sentence(
                Layer(1, Open, No, Open) with
                {
                    Together = [3],
                },
                Layer(2, Open, No, Open),
                Layer(3, Open, No, Open) with
                {
                    Together = [1],
                }
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Sentence_BarThatSetsNothing_SaysSo() =>
        Assert.Contains(
            "a bar line that is read does not set it",
            Sentence(Layer(1, No, No, No), Layer(2, No, Yes, Yes)),
            StringComparison.Ordinal
        );

    [Fact]
    public void Sentence_NoKeeper_SaysThatThereIsNoneOrThatItCannotBeTold()
    {
        Assert.Equal("No layer of the network keeps a count of the measure.", Sentence(Layer(1, Open, No, Open), Layer(2, Open, No, Open)));
        Assert.Equal(
            "Whether a layer of the network keeps a count of the measure is undetermined: 49 pairs are too few.",
            Sentence(Layer(1, Open, No, Open), Layer(2, Open, Open, Open))
        );
    }

    [Theory]
    [InlineData(CountedThing.Tokens, CountDirection.Up, "The network counts tokens, up from the bar: ")]
    [InlineData(CountedThing.Undetermined, CountDirection.Share, "The network counts, by the share of the measure: ")]
    [InlineData(CountedThing.Undetermined, CountDirection.Undetermined, "The network counts: ")]
    public void Sentence_WhatIsCountedAndHow_IsSaidAsFarAsItIsKnown(CountedThing counted, CountDirection direction, string begins) =>
        Assert.StartsWith(
            begins,
            WiringTelling.Sentence([Layer(1, Open, Yes, Open)], counted, direction, [], ["4/4"]),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(1, "The section's measures are counted in layer 1 too.")]
    [InlineData(2, "The section's measures are counted elsewhere: most of that count is in layer 2.")]
    public void Sentence_Section_IsCountedThereTooOrElsewhere(int layer, string ends) =>
        Assert.EndsWith(
            ends,
            WiringTelling.Sentence([Layer(1, Open, Yes, Open)], CountedThing.Durations, CountDirection.Down, [layer], ["4/4"]),
            StringComparison.Ordinal
        );

    [Fact]
    public void Sentence_SectionCountedByTheKeeperAndAnother_IsNotCountedElsewhere() =>
        Assert.EndsWith(
            "The section's measures are not counted in layer 1 alone: most of that count is in layers 1 and 2.",
            WiringTelling.Sentence(
                [Layer(1, Open, Yes, Open), Layer(2, No, No, No)],
                CountedThing.Durations,
                CountDirection.Down,
                [1, 2],
                ["4/4"]
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Verdicts_LayerThatMovesTheBarTooFar_SaysWhyItsShareDoesNotDecide()
    {
        LayerClaim far = No with
        {
            Share = 1,
            Low = 0.9,
            High = 1,
            Reason = "interchanged alone it moves the bar further than the donor's count says",
        };

        StudyVerdict verdict = WiringTelling.Verdicts([Layer(1, Open, far, Open) with { Together = [2] }])[0];

        Assert.Equal(
            "Layer 1 keeps the count: contradicted; its memory alone carries 1.00 of what all layers carry [0.90, 1.00] (300 pairs in 100 tunes, 4/4); only together with layer 2, since interchanged alone it moves the bar further than the donor's count says.",
            verdict.Sentence
        );
    }

    [Theory]
    [InlineData("4/4 6/8", "", "layer 1 keeps the count.")]
    [InlineData("6/8", "", "layer 1 keeps the count in 6/8.")]
    [InlineData("4/4 6/8", "4/4 6/8", "layers 1 and 2 keep the count, each by itself enough to move the bar.")]
    [InlineData("4/4", "4/4", "layers 1 and 2 keep the count in 4/4, each by itself enough to move the bar.")]
    [InlineData("4/4", "6/8", "the count is kept by layer 1 in 4/4 and layer 2 in 6/8.")]
    public void Sentence_KeepersOfSomeMeters_SaysOfWhich(string first, string second, string ends) =>
        Assert.EndsWith(
            ends,
            WiringTelling.Sentence(
                [Layer(1, Open, In(first), Open), Layer(2, Open, In(second), Open)],
                CountedThing.Durations,
                CountDirection.Down,
                [],
                ["4/4", "6/8"]
            ),
            StringComparison.Ordinal
        );

    private static LayerClaim In(string meters) => meters.Length == 0 ? No : Yes with { Meters = meters.Split(' ') };

    private static string Sentence(params WiredLayer[] layers) =>
        WiringTelling.Sentence(layers, CountedThing.Durations, CountDirection.Down, [], ["4/4"]);

    private static WiredLayer Layer(int layer, LayerClaim sets, LayerClaim keeps, LayerClaim handsOn) =>
        new(layer, sets, null, keeps, [], handsOn);

    private static LayerClaim Claim(VerdictKind verdict) => new(verdict, 0.5, 0.4, 0.6, "4/4", 300, 100, "") { Meters = ["4/4"] };
}
