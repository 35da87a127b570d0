using Lilt.Assessment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Notation;

public sealed class MeasureReaderTests
{
    [Theory]
    [InlineData("Z3 | c8 |", "1 1 1 1")]
    [InlineData("Z | c8 |", "1 1")]
    [InlineData("Z2 c4 | d8 |", "5/2 1")]
    [InlineData("c4 Z2 | d8 |", "5/2 1")]
    [InlineData("Z2 Z2 | d8 |", "4 1")]
    [InlineData("c4 e4 & C8 D8 | g8 |", "1 1")]
    [InlineData("c4 e4 & C8 (3DEF | (3gab g6 |", "1 1")]
    public void Measures_RestsOfMeasuresAndOverlays_LastAsLongAsTheyShould(string body, string expected) =>
        Assert.Equal(expected, string.Join(' ', Measures(body).Select(measure => measure.Duration)));

    [Fact]
    public void Measures_OverlaidMusic_HasNoTokens() =>
        Assert.Equal(["c 4 e 4", "(3 g a b g 6"], Measures("c4 e4 & C8 (3DEF | (3gab g6 |").Select(of => string.Join(' ', of.Tokens)));

    [Fact]
    public void Measures_OfARest_AreJoinedPlainlyButForTheirEnds()
    {
        IReadOnlyList<Measure> measures = Measures("Z2 :| c8 |");

        Assert.Equal([true, false, true], measures.Select(of => of.Before.IsStructural));
        Assert.Equal([false, true, true], measures.Select(of => of.After.IsStructural));
    }

    [Fact]
    public void Measures_AtAPartsStart_AreParted()
    {
        IReadOnlyList<Measure> measures = Measures("P:A\nc8 | d4\nP:B\ne8 | f8 |");

        Assert.Equal(["1", "1/2", "1", "1"], measures.Select(of => of.Duration.ToString()));
        Assert.Equal([true, false, true, false], measures.Select(of => of.Before.StartsPart));
        Assert.Equal([true, false, true, false], measures.Select(of => of.Before.IsStructural));
        Assert.True(measures[^1].After.IsStructural);
    }

    [Fact]
    public void Measures_OfTheMeterTheyBeginIn_KnowIt() =>
        Assert.Equal(["4/4", "3/4", "4/4"], Measures("c8 | [M:3/4] d6 | [M:4/4] e8 |").Select(of => of.Meter.Text));

    [Fact]
    public void Count_FindingsOfSeveralVoices_StandInTheOrderOfTheText()
    {
        TuneCount count = MeasureCounter.Count(
            TuneReader.Read("X:1\nM:4/4\nL:1/8\nK:C\nV:1\nA8 | e6 :| a2 | g8 | c6 |\nV:2\nA8 | e6 :| a2 | g8 | c6 |\n").Tunes[0]
        );

        Assert.Equal(2, count.Voices.Count);
        Assert.True(count.Findings.Count > 1);
        Assert.Equal(count.Findings.OrderBy(of => (of.Line, of.Column)), count.Findings);
        Assert.Equal([6, 8], count.Findings.Select(of => of.Line).Distinct());
    }

    private static IReadOnlyList<Measure> Measures(string body)
    {
        Tune tune = Assert.Single(TuneReader.Read($"X:1\nM:4/4\nL:1/8\nK:C\n{body}\n").Tunes);
        return tune.Voices[0].Measures(tune.Meter);
    }
}
