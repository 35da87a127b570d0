using Lilt.Alignment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Alignment;

public sealed class OpenPlacesTests
{
    [Theory]
    // Each open place as step:eighths since the bar; the header is two steps.
    [InlineData("M:4/4 K:Cmaj |: C D | E F </s>", "2:0 3:0 4:1 5:2 6:0 7:1 8:2")]
    [InlineData("M:4/4 K:Cmaj C 2 D | E </s>", "2:0 4:2 5:3 6:0 7:1")]
    [InlineData("M:4/4 K:Cmaj C > D E </s>", "2:0 5:2 6:3")]
    [InlineData("M:4/4 K:Cmaj (3 C D E F </s>", "2:0 6:2 7:3")]
    [InlineData("M:4/4 K:Cmaj [ C E ] 2 G </s>", "2:0 7:2 8:3")]
    [InlineData("M:4/4 K:Cmaj C - | C D </s>", "2:0 4:1 5:0 6:1 7:2")]
    [InlineData("M:4/4 K:Cmaj C /2 D /2 E </s>", "2:0 4:1/2 6:1 7:2")]
    [InlineData("M:4/4 K:Cmaj (3 C | D </s>", "2:0 5:0 6:2/3")]
    public void Of_Tokens_FindsWhereABarCouldStand(string tokens, string expected)
    {
        OpenPlaces places = OpenPlaces.Of(tokens.Split(' '));

        Assert.Equal(expected, string.Join(' ', places.All.Select(place => $"{place.Step}:{place.Distance * new Fraction(8)}")));
    }

    [Fact]
    public void Measures_OfATune_AreInnerAndFullWhereTheyAre()
    {
        OpenPlaces places = OpenPlaces.Of("M:3/4 K:Cmaj C 2 | C 2 D 2 E 2 | C 2 D 2 :| |: F 4 G 2 | A </s>".Split(' '));

        Assert.Equal(new Fraction(3, 4), places.Full);
        Assert.Equal(["out", "in full", "in", "in", "in full", "out"], places.Measures.Select(Words));
        Assert.Equal([2, 6, 4, 0, 4, 1], places.Measures.Select(measure => measure.Tokens));

        static string Words(BarredMeasure of) => $"{(of.IsInner ? "in" : "out")}{(of.IsFull ? " full" : "")}";
    }

    [Fact]
    public void TryFind_StepInsideANote_FindsNone()
    {
        OpenPlaces places = OpenPlaces.Of("M:4/4 K:Cmaj C 2 D </s>".Split(' '));

        Assert.False(places.TryFind(3, out _));
        Assert.True(places.TryFind(4, out OpenPlace place));
        Assert.Equal((2, 0), (place.Tokens, place.Measure));
    }
}
