using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Notation.Abc;

/// <summary>What people write that the standard says little of: old dialects, other programs' marks, words among music.</summary>
public sealed class AbcDialectTests
{
    private static readonly string[] Names = ["C", "^C", "D", "^D", "E", "F", "^F", "G", "^G", "A", "^A", "B"];

    /// <summary>Pitches as they sound; a chord's notes from below.</summary>
    [Theory]
    [InlineData("K:C treble-8", "CD|", "C, D,")]
    [InlineData("K:C clef=treble+8", "CD|", "c d")]
    [InlineData("K:C clef=bass-15", "CD|", "C,, D,,")]
    [InlineData("K:C octave=1", "CD|", "c d")]
    [InlineData("K:Bb octave=-1 transpose=2", "B|", "C")]
    [InlineData("K:C transpose=-2", "CD|", "^A, C")]
    [InlineData("K:C t=3", "C|[K:D]F[K:D transpose=0]F|", "^D A ^F")]
    [InlineData("K:C treble-8", "C[K:G]F[K:G treble]F|", "C, ^F, ^F")]
    [InlineData("V:1 octave=-1\nK:C", "V:1\nC|", "C,")]
    [InlineData("V:1 name=\"octave=1 of\" transpose=-12\nK:C", "V:1\nC|", "C,")]
    [InlineData("V:1 clef=treble-8\nK:C octave=1", "V:1\nC|", "C")]
    [InlineData("K:C", "V:1 transpose=-2\nD|", "C")]
    [InlineData("K:Am ^f^g", "FG|", "^F ^G")]
    [InlineData("K:Dmix^g_b", "GBF|", "^G ^A ^F")]
    [InlineData("K:D exp _b=f", "BF|", "^A F")]
    [InlineData("K:C", "C!DE!c|", "C D E c")]
    [InlineData("K:C", "CDEF!GABc!c2G2|", "C D E F G A B c c G")]
    [InlineData("K:C", "C!ff!D!trill)!E !p!F|", "C D E F")]
    [InlineData("K:C", "CD! EF !G|", "C D E F G")]
    [InlineData("K:C", "C !unheard! D !of these!E|", "C D E")]
    [InlineData("K:C", "CE!D.C. al coda!|GA|]", "C E C E G A")]
    [InlineData("I:linebreak !\nK:C", "C!ff!D|", "C f f D")]
    [InlineData("K:C", "+CEG+ +DF+2 G|", "C E G D F G")]
    [InlineData("K:C", "+trill+C +fermata+D|", "C D")]
    [InlineData("K:C", "CDE|\n</html>", "C D E")]
    [InlineData("K:C", "CDE|</pre><br>", "C D E")]
    [InlineData("K:C", "C<D|", "C D")]
    [InlineData("K:C", "CDE|\nFine and then once more\nF|", "C D E F")]
    [InlineData("K:C", "C|\nw:la \\\nla la\nD|", "C D")]
    [InlineData("H:Written down\nby a fiddler at a dance\nK:C", "C|", "C")]
    [InlineData("T:A title carried on \\\nby a backslash\nK:C", "C|", "C")]
    [InlineData("a bad cab\nK:C", "C|", "C")]
    [InlineData("I (1) :| (2) ||\nK:C", "C|", "C")]
    [InlineData("U:k=!trill!\nU:l=\"^up\"\nU:T=!nil!\nK:C", "kClDTE|", "C D E")]
    public void Read_WhatPeopleWrite_SoundsAsMeant(string header, string music, string expected)
    {
        TimelineOptions plain = new() { Trills = false };

        Assert.Equal(expected, string.Join(' ', Timeline.Of(Tune(header, music), plain).Notes.Select(note => Named(note.Pitch))));
    }

    [Theory]
    [InlineData("K:C", "C!DE!c|", 5, 2, "end of a staff line", true)]
    [InlineData("K:C", "C !of these! E|", 5, 3, "no decoration", false)]
    [InlineData("K:C", "C\"^D.C. al Fine\"E|", 5, 2, "not followed", true)]
    [InlineData("K:C", "+CE+ D|", 5, 1, "chord", true)]
    [InlineData("K:C", "CD|\n</html>", 6, 1, "Mark-up", true)]
    [InlineData("K:C", "CD|\nPlayed by all of them", 6, 1, "words", false)]
    [InlineData("some words\nK:C", "C|", 4, 1, "Words in the header", true)]
    [InlineData(" R:jig\nK:C", "C|", 4, 2, "blanks", true)]
    [InlineData("K:C", "C>D>E|", 5, 4, "both sides", true)]
    [InlineData("K:C", "C>D/|", 5, 2, "different length", false)]
    [InlineData("K:C", "V:1 octave=high\nC|", 5, 1, "no number", false)]
    [InlineData("K:C", "V:1 shift=cd\nC|", 5, 1, "not applied", false)]
    [InlineData("m:nothing\nK:C", "C|", 4, 1, "no macro", true)]
    [InlineData("U:?=!trill!\nK:C", "C|", 4, 1, "symbol", true)]
    public void Read_WhatIsReadInADoubtfulWay_IsSaidWithItsPlace(
        string header,
        string music,
        int line,
        int column,
        string text,
        bool isHarmless
    )
    {
        Finding finding = Tune(header, music).Findings[0];

        Assert.Contains(text, finding.Text, StringComparison.Ordinal);
        Assert.Equal((line, column, isHarmless), (finding.Line, finding.Column, finding.IsHarmless));
    }

    [Fact]
    public void Read_FieldsAfterBlanks_AreFields()
    {
        Tune tune = Assert.Single(TuneReader.Read(" X:7\n T:Indented\n M:6/8\n L:1/4\n K:G\n GAB|\n").Tunes);

        Assert.Equal(("7", "Indented", "6/8", "Gmaj"), (tune.Number, tune.Title, tune.Meter.Text, tune.Key.ToString()));
        Assert.Equal(3, tune.Voices[0].Elements.Count(element => element is Note));
    }

    [Fact]
    public void Read_FieldsCarriedOn_AreOneField()
    {
        Tune tune = Tune("H:first\n+:second\nthird\nT:One \\\ntwo\nK:C", "C|");

        Assert.Contains(tune.Fields, field => field is { Name: 'H', Text: "first second third" });
        Assert.Contains(tune.Fields, field => field is { Name: 'T', Text: "One two" });
        Assert.DoesNotContain(tune.Fields, field => field.Name == '+');
    }

    [Theory]
    [InlineData("12", 0)]
    [InlineData("A", 0)]
    [InlineData("A B c", 0)]
    [InlineData("2 4 6 8", 0)]
    [InlineData("M:4/4\nK:C\nA B c 2 |", 1)]
    [InlineData("A 2 B | c", 1)]
    public void Read_AFewLettersOrNumbers_AreNoTune(string text, int tunes) =>
        Assert.Equal(tunes, TuneReader.Read(text + "\n").Tunes.Count);

    [Theory]
    [InlineData("C D (3 E F G A B", TuneFormat.Abc)]
    [InlineData("|: C D | 1 E F :| 2 G A |", TuneFormat.Abc)]
    [InlineData("C D E 2 F", TuneFormat.Tokens)]
    public void Read_MusicWithBlanks_IsTokensOnlyWhereALengthStandsAlone(string music, TuneFormat format) =>
        Assert.Equal(format, Tune("K:C", music).Format);

    [Fact]
    public void Read_AnInvisibleBarBeforeARepeat_MakesNoEmptyMeasure()
    {
        Tune tune = Tune("K:C", "|:CD EF|GA G2 [|]:|");

        Assert.Equal(2, tune.Voices[0].Measures(tune.Meter).Count);
        Assert.Equal("|: C D E F | G A G 2 :|", string.Join(' ', TuneTokenizer.Tokens(tune, CorpusFormat.V2).Skip(2)));
    }

    private static Tune Tune(string header, string music) => TuneReader.Read($"X:1\nM:4/4\nL:1/8\n{header}\n{music}\n").Tunes[0];

    private static string Named(int pitch)
    {
        string name = Names[pitch % 12];
        int octave = (pitch / 12) - 5;
        return octave > 0 ? name.ToLowerInvariant() + new string('\'', octave - 1) : name + new string(',', -octave);
    }
}
