using Lilt.Assessment;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Assessment;

/// <summary>The cases of docs/definitions/counting.md, and what follows from its words.</summary>
public sealed class MeasureCounterTests
{
    private const string ArticlesTune = """
        M:4/4
        K:Cmaj
        A D | E 3 C (3 D E D C D | G E C E (3 F G F E C |
        G F D C E D F D | G, 3 E C 2 C A, | (3 G ^F G F E E D C D |
        E 2 D G F A c A | G 2 C G c B d c | B c B G F G D F |
        D E D F B D c B | A /2 B /2 c B c d c A G |
        (3 E F G C B D E G E | F F F C F E F D | E C 2 C B, G, B, A, B, |
        B, 2 E C (3 F F F F E | z C B, C D C C C | B, 2 E C E F z c |
        E F B c G F D c | B c B c g c c d | z g B a B c e G |
        B F F F c G G G | (3 A G F G c c D z B | B 2 E c B G E C |
        (3 A G F A F (3 c G F E F | A G F c G c e d | d c G d c z B G |
        B c B A c G F E | B F E F B E E E |
        """;

    [Theory]
    [InlineData("6/8", "|: c | f3 f2 a | f3 f2 :| |: b | c'3 a3 | f3 f2 :|", "Pickup Full Complement Pickup Full Complement")]
    [InlineData("6/8", "c |: f3 a3 |1 f3 f2 c :| |2 f3 f2 |]", "Pickup Full Full Complement")]
    [InlineData("4/4", "A8 | e6 :| a2 | g8 | c6 |", "Full Complement Pickup Full Short:-1/4", "its repeat lacks 2/8")]
    [InlineData("4/4", "|: C8 | D4 |1 E4 :| |2 F4 |]", "Full Split Split Split")]
    [InlineData("2/4", "c2 de | f2 e2 d2 c2 | (3cde f2 | g>a g2 |", "Full Long:1/2 Full Full")]
    [InlineData("6/8", "c | f3 f3 | f3 f2 | b | c'3 a3 | f3 f2 |", "Pickup Full Split Split Full Complement")]
    [InlineData("4/4", "C4 D2 E2 | F2 G2 A2 B> | c D2 E2 F2 G |", "Full Short:-1/16 Short:-1/16", "no second note before the bar")]
    public void Count_TheCasesOfTheDefinitions_GetTheirVerdicts(string meter, string body, string expected, string? finding = null)
    {
        TuneCount count = Abc(meter, body);

        Assert.Equal(expected, Verdicts(count));
        if (finding is null)
        {
            Assert.Empty(count.Findings);
        }
        else
        {
            Assert.Contains(finding, Assert.Single(count.Findings).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Count_TokensWithBarsThatDoNotTouch_HasEmptyMeasures()
    {
        TuneCount count = Tokens("M:4/4\nK:Cmaj\nC 8 | | D 8 |: :| E 8 |");

        Assert.Equal("Full Empty Full Empty Full", Verdicts(count));
        Assert.Equal((3, 3, 5), (count.Full, count.Counted, count.Total));
    }

    [Fact]
    public void Count_TheArticlesTune_HasOneLongMeasureOfNineEighths()
    {
        TuneCount count = Tokens(ArticlesTune);

        Assert.Equal((28, 26, 27), (count.Total, count.Full, count.Counted));
        CountedMeasure[] measures = [.. count.Measures];
        Assert.Equal(Verdict.Pickup, measures[0].Verdict);
        Assert.Equal(new Fraction(2, 8), measures[0].Measure.Duration);
        CountedMeasure longer = Assert.Single(measures, measure => measure.Verdict == Verdict.Long);
        Assert.Equal(new Fraction(9, 8), longer.Measure.Duration);
        Assert.Equal("E C 2 C B, G, B, A, B,", string.Join(' ', longer.Measure.Tokens));
        Assert.Empty(count.Findings);
    }

    [Theory]
    [InlineData("D4 | E8 | F4 |: G8 :|", "Pickup Full Short:-1/2 Full")]
    [InlineData("C8 | D4 | E4 | F4 |", "Full Split Split Split")]
    [InlineData("C8 || D6 || E2 | F8 |]", "Full Complement Pickup Full")]
    [InlineData("C8 |\n| D8 |\n|: E8 ::\n F8 :|", "Full Full Full Full")]
    [InlineData("C8 | | D8 |", "Full Empty Full")]
    [InlineData("| C8 | D8", "Full Full")]
    [InlineData("C8 | Z2 | D8 |", "Full Full Full Full")]
    [InlineData("C8 | [CEG]8 | {gab}c8 | \"Am\"~d8 |", "Full Full Full Full")]
    [InlineData("C4 D4 & E8 | F8 |", "Full Full")]
    [InlineData("C8 | [M:6/8] D6 | E3 F2 |", "Full Full Short:-1/8")]
    [InlineData("D4 | E4 | F8 |", "Pickup Split Full")] // the first is a pickup already
    [InlineData("|: C8 |1 D8 :|2 E8 | F4 | G8 | A4 :|", "Full Full Full Pickup Full Complement")] // a section begins behind an ending as long as the first
    [InlineData("|: C8 |1 D8 | D8 :|2 E8 | E8 | F4 | G8 | A4 :|", "Full Full Full Full Full Pickup Full Complement")]
    [InlineData("|: C8 |1 D8 | D8 :|2 E8 || F4 | G8 | A4 :|", "Full Full Full Full Pickup Full Complement")] // a bar says where the ending ends
    // A second ending of a section that has no first: what stands before the endings of another section does not lead to it.
    [InlineData("A8 |: C6 |1 D2 :|2 D2 |: E8 |2 F2 |", "Full Split Split Split Full Short:-3/4")]
    public void Count_Abc_GetsItsVerdicts(string body, string expected) => Assert.Equal(expected, Verdicts(Abc("4/4", body)));

    [Theory]
    [InlineData("C8 | D4 | E8 | F4 |", "1")]
    [InlineData("C4 | D8 | E4 | F8 |", "1")]
    [InlineData("C8 | D4 | E4 | F8 | G4 |", "1/2")]
    [InlineData("C4 | D4 | E8 |", "1/2")]
    [InlineData("C8 | | | | D4 | E4 |", "1/2")]
    public void CommonestLength_OfEquals_IsTheLongestAndEmptyMeasuresHaveNoSay(string body, string expected) =>
        Assert.Equal(expected, Abc("4/4", body).CommonestLength?.ToString());

    [Fact]
    public void Count_AnEmptyMeasureInFreeMeter_IsFree() => Assert.Equal("Free Free Free", Verdicts(Abc("none", "C8 | | D3 |")));

    [Fact]
    public void Count_FreeMeter_HasNoVerdictAndNoTotal()
    {
        TuneCount count = Abc("none", "C8 | D3 |");

        Assert.Equal("Free Free", Verdicts(count));
        Assert.Equal(0, count.Total);
    }

    [Fact]
    public void Count_SecondEndingClosedByARepeat_GoesBackToTheSectionItEnds()
    {
        TuneCount count = Abc("6/8", "|: c | f3 f3 |1 f3 f2 :|2 f3 f2 :| |: a | g3 g3 | g3 g2 :|");

        Assert.Equal("Pickup Full Complement Complement Pickup Full Complement", Verdicts(count));
        Assert.Empty(count.Findings);
    }

    [Fact]
    public void Count_EveryMeasureTooShortAlike_IsCountedAtItsOwnLength()
    {
        TuneCount count = Abc("2/4", "c8 | d8 | e8 | f4 |");

        Assert.Equal(new Fraction(1), count.CommonestLength);
        Assert.Equal(3, count.AtCommonestLength);
    }

    [Fact]
    public void Count_TokensOfAVocabulary_IsTheCountOfTheirText()
    {
        const string Text = "M:6/8 K:Cmaj |: c | f 3 f 3 | f 3 f 2 :|";
        Vocabulary vocabulary = new([Vocabulary.StartText, Vocabulary.EndText, .. Text.Split(' ').Distinct()]);
        Token[] tokens =
        [
            .. Text.Split(' ').Select(text => vocabulary.TryFind(text, out Token token) ? token : throw new ArgumentException(text)),
        ];
        foreach (Token[] form in (Token[][])[tokens, [vocabulary.Start, .. tokens], [vocabulary.Start, .. tokens, vocabulary.End]])
        {
            Assert.Equal("Pickup Full Complement", Verdicts(MeasureCounter.Count(vocabulary, form)));
        }

        Assert.Equal(0, MeasureCounter.Count(vocabulary, [vocabulary.Start]).Total);
        Assert.Equal(0, MeasureCounter.Count(vocabulary, []).Total);
    }

    private static TuneCount Abc(string meter, string body) => Tokens($"X:1\nM:{meter}\nL:1/8\nK:C\n{body}\n");

    private static TuneCount Tokens(string text) => MeasureCounter.Count(Assert.Single(TuneReader.Read(text).Tunes));

    private static string Verdicts(TuneCount count) =>
        string.Join(
            ' ',
            count.Measures.Select(measure =>
                measure.Verdict is Verdict.Short or Verdict.Long ? $"{measure.Verdict}:{measure.Difference}" : $"{measure.Verdict}"
            )
        );
}
