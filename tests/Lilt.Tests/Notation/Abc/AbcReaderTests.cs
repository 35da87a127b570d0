using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Tests.Notation.Abc;

public sealed class AbcReaderTests
{
    [Theory]
    [InlineData("C D c c'' C,,", "0 2 12 36 -24")]
    [InlineData("^C C c _E =E E | C E", "1 1 13 3 4 4 0 4")]
    [InlineData("^F-|F F", "6 6 5")]
    [InlineData("[K:D] F C =F F | F", "6 1 5 5 6")]
    [InlineData("[K:Ador] F [K:A phr] B [K:Cm] E [K:F#m] G", "6 10 3 8")]
    [InlineData("[K:Dmix clef=bass] F C [K:HP] F [K:Hp] F G [K:none] F", "6 0 6 6 7 5")]
    [InlineData("[K:D =c] C [K:D exp _b ^f] B F C", "0 10 6 0")]
    public void Read_Notes_SoundTheirPitches(string music, string semitones) =>
        Assert.Equal(semitones, string.Join(' ', Notes(Tune(music)).Select(note => note.Pitch.SemitonesAboveMiddleC)));

    [Theory]
    [InlineData("C C2 C/ C/2 C// C3/2 C3/ C/4", "1/8 1/4 1/16 1/16 1/32 3/16 3/16 1/32")]
    [InlineData("C>D C<<D C2>>D2 C>>>D", "3/16 1/16 1/32 7/32 7/16 1/16 15/64 1/64")]
    [InlineData(
        "(3CDE (3:2:4CDEF (2CD (4CDEF (5CDEFG G",
        "1/12 1/12 1/12 1/12 1/12 1/12 1/12 3/16 3/16 3/32 3/32 3/32 3/32 1/20 1/20 1/20 1/20 1/20 1/8"
    )]
    [InlineData("[M:6/8](5CDEFG (3::2CD E", "3/40 3/40 3/40 3/40 3/40 1/12 1/12 1/8")]
    [InlineData("(3C>DE F", "1/8 1/24 1/12 1/8")]
    [InlineData("[L:1/4] C [L:1/16] C [M:3/4] C", "1/4 1/16 1/16")]
    public void Read_Notes_HaveTheirExactLengths(string music, string lengths) =>
        Assert.Equal(lengths, string.Join(' ', Notes(Tune(music)).Select(note => note.Duration)));

    [Theory]
    [InlineData("2/4", "1/16")]
    [InlineData("6/8", "1/8")]
    [InlineData("C|", "1/8")]
    [InlineData("none", "1/8")]
    [InlineData("2+3/8", "1/16")]
    public void Read_NoUnit_IsAbcsDefaultForTheMeter(string meter, string unit) =>
        Assert.Equal(unit, Assert.Single(TuneReader.Read($"X:1\nM:{meter}\nK:C\nC|\n").Tunes).Unit.ToString());

    [Theory]
    [InlineData("C|D", "|")]
    [InlineData("|:C:|D", "|: :|")]
    [InlineData("C::D:||:E:||", ":|: :||: :||")]
    [InlineData("C|1D:|2E||", "|1 :|2 ||")]
    [InlineData("C|[1D:|[2E|]", "|1 :|2 |]")]
    [InlineData("C [1,3 D :| [2 E [|F", "1,3 :| 2 [|")]
    [InlineData("C |1-3 D :|4 E | 2 F |", "|1,2,3 :|4 |2 |")]
    [InlineData("C:|]D", ":|]")]
    [InlineData("C.|D", ".|")]
    [InlineData("C[|]:|D[|]E|]:F", "[|] :| [|] |]:")]
    [InlineData("C.|:D:|", "|: :|")]
    public void Read_Bars_AreRecognised(string music, string expected)
    {
        static string Shown(Bar bar) =>
            new string(':', bar.EndsRepeat)
            + bar.Line switch
            {
                BarLine.None => string.Empty,
                BarLine.Doubled => "||",
                BarLine.Final => "|]",
                BarLine.Initial => "[|",
                BarLine.Dotted => ".|",
                BarLine.Invisible => "[|]",
                _ => "|",
            }
            + (bar.StartsRepeat ? ":" : string.Empty)
            + string.Join(',', bar.Endings);

        Assert.Equal(expected, string.Join(' ', Tune(music).Voices[0].Elements.OfType<Bar>().Select(Shown)));
    }

    [Fact]
    public void Read_WhatPeopleWrite_HasNoFindings()
    {
        const string Text = """
            %abc-2.1
            %%pagewidth 21cm

            X: 12
            T: Example Reel, The
            R: reel
            M: C|
            L: 1/8
            Q: 1/4=120
            %%MIDI program 40
            K: Dmix clef=treble
            |:"D"~A3G {g}FDDE | "Am"(3FGA BA +trill+d2 !fermata!cB | % a comment
            w: la la la
            .A2 (AG) FD-D2 |1 uAvB AG F2D2 :|2 z2 x2 [FA]2[DF]2- || \
            [M:6/8][L:1/16] y A4B2 A2>G2 | [DF]8 z4 & A12 |]

            %%begintext
            Free words | between tunes.

            More words.
            %%endtext
            X:13
            T:Next
            K:G
            GAB c`d`e|
            """;
        TuneBook book = TuneReader.Read(Text);

        Assert.Equal(["Example Reel, The", "Next"], book.Tunes.Select(tune => tune.Title));
        Assert.Empty(book.Findings);
        Assert.All(book.Tunes, tune => Assert.Empty(tune.Findings));
        Assert.Equal(new Tempo(new Fraction(1, 4), 120, "1/4=120"), book.Tunes[0].Tempo);
    }

    [Theory]
    [InlineData("CD £ E", 5, "'£' means nothing here")]
    [InlineData("C [CE G|", 5, "A chord is not closed")]
    [InlineData("C } D", 5, "'}' closes nothing")]
    [InlineData("C \"Am D", 5, "not closed on its line")]
    [InlineData("> C", 5, "no note before it")]
    [InlineData("(3CD|E", 5, "too few notes before the bar")]
    [InlineData("C0 D", 5, "cannot be kept")]
    [InlineData("C2>D |", 5, "different length")]
    public void Read_WhatMeansNothing_IsAFindingAtItsPlace(string music, int line, string text)
    {
        Finding finding = Tune(music).Findings[0];

        Assert.Equal(line, finding.Line);
        Assert.Contains(text, finding.Text, StringComparison.Ordinal);
        Assert.True(finding.Column >= 1 && finding.Column <= music.Length);
    }

    /// <summary>ABC 2.1's sign for the end of a staff line, abc2win's, and the characters that it keeps free.</summary>
    [Theory]
    [InlineData("CDEF $ GABc | $", 0)]
    [InlineData("CDEF GABc | !", 1)]
    [InlineData("CDEF @ GABc | **", 2)]
    public void Read_SignsThatTheMusicCanSpare_AreHarmless(string music, int findings)
    {
        Tune tune = Tune(music);

        Assert.Equal(findings, tune.Findings.Count);
        Assert.All(tune.Findings, finding => Assert.True(finding.IsHarmless));
        Assert.NotNull(TuneTokenizer.Tokenize(tune, CorpusFormat.V2, new Tonic(Letter.C, 0)).Tokens);
    }

    [Fact]
    public void Read_KeyInSmallLetters_IsAFindingAndNoClef() =>
        Assert.Contains(
            Assert.Single(TuneReader.Read("X:1\nK:g\nGAB|\n").Tunes).Findings,
            finding => finding.Text.Contains("'g' is no key", StringComparison.Ordinal)
        );

    [Fact]
    public void Read_OneBadTune_SpoilsNoOther()
    {
        TuneBook book = TuneReader.Read("X:1\nT:Good\nK:C\nCDE|\n\nX:2\nT:Bad\nK:?\n[[{((3>>\n\nX:3\nT:Good too\nK:C\nEFG|\n");

        Assert.Equal(3, book.Tunes.Count);
        Assert.Empty(book.Tunes[0].Findings);
        Assert.NotEmpty(book.Tunes[1].Findings);
        Assert.Empty(book.Tunes[2].Findings);
    }

    [Fact]
    public void Read_Voices_KeepTheirMusicApart()
    {
        Tune tune = Assert.Single(TuneReader.Read("X:1\nM:4/4\nL:1/4\nV:1\nV:2 clef=bass\nK:C\nV:1\nCDEF|\nV:2\nC,4|\n[V:1] G4|\n").Tunes);

        Assert.Equal([("1", 5), ("2", 1)], tune.Voices.Select(voice => (voice.Id, voice.Elements.Count(element => element is Note))));
    }

    [Theory]
    [InlineData("ABAC", "A B A C")]
    [InlineData("A2(BC)3", "A A B C B C B C")]
    [InlineData("((AB)2C)2", "A B A B C A B A B C")]
    public void Read_PartOrder_IsMultipliedOut(string order, string expected) =>
        Assert.Equal(expected, string.Join(' ', Assert.Single(TuneReader.Read($"X:1\nP:{order}\nK:C\nP:A\nC|\n").Tunes).PartOrder));

    [Fact]
    public void Read_Latin1Bytes_KeepTheirLetters()
    {
        byte[] bytes = [.. "X:1\nT:Caf"u8, 0xE9, .. "\nK:C\nC|\n"u8];

        Assert.Equal("Café", Assert.Single(TuneReader.Read(bytes).Tunes).Title);
    }

    [Fact]
    public void Read_AFileHeader_HoldsForEveryTune()
    {
        TuneBook book = TuneReader.Read("M:3/4\nL:1/4\n\nX:1\nK:C\nCDE|\n\nX:2\nM:2/4\nK:C\nCD|\n");

        Assert.Equal(["3/4", "2/4"], book.Tunes.Select(tune => tune.Meter.Text));
        Assert.All(book.Tunes, tune => Assert.Equal(new Fraction(1, 4), tune.Unit));
    }

    private static Tune Tune(string music) => Assert.Single(TuneReader.Read($"X:1\nM:4/4\nL:1/8\nK:C\n{music}\n").Tunes);

    private static IEnumerable<Note> Notes(Tune tune) => tune.Voices[0].Elements.OfType<Note>();
}
