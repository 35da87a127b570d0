using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Abc;

public sealed class WrittenTuneTests
{
    private const string Air = """
        X:3
        T:An air
        T:And its second title
        C:Somebody
        M:4/4
        L:1/4
        K:G % in one sharp
        V:1 name="Air"
        "G"(GA) {^c}B2 | [DG]2 ~f>=f | [K:D clef=treble] "D7/F#"F4 |]
        w: one two three
        V:2 clef=bass name="Low"
        G,,2 G,'2 | D,4 | D,4 |]

        """;

    private static WrittenTune Read(string text) => WrittenTune.Parse(text.ReplaceLineEndings("\n"))!;

    private static (Fraction, Fraction, int)[] Sounding(Tune tune) =>
        [.. Timeline.Of(tune).Notes.Select(note => (note.Onset, note.Length, note.Pitch))];

    [Fact]
    public void Of_TuneAmongOthers_IsItsOwnLinesWithoutTheBlankOnesAround()
    {
        string text = "% a book\r\n\r\nX:1\r\nT:One\r\nK:C\r\nC(DE)|\r\n\r\nX:2\r\nT:Two\r\nK:G\r\nG2|\r\nX:3\r\nK:D\r\nd|\r\n";
        IReadOnlyList<Tune> tunes = TuneReader.Read(text).Tunes;

        Assert.Equal(
            ["X:1\nT:One\nK:C\nC(DE)|\n", "X:2\nT:Two\nK:G\nG2|\n", "X:3\nK:D\nd|\n"],
            tunes.Select(tune => WrittenTune.Of(text, tune)!.Text)
        );
    }

    [Fact]
    public void Of_TuneUnderAFilesHeader_HasItsMeterAndUnit()
    {
        const string Text = "M:3/4\nL:1/4\n\nX:1\nK:C\nCDE|\n";
        WrittenTune written = WrittenTune.Of(Text, Assert.Single(TuneReader.Read(Text).Tunes))!;

        Assert.Equal("X:1\nM:3/4\nL:1/4\nK:C\nCDE|\n", written.Text);
        Assert.Equal(("3/4", new Fraction(3, 4)), (written.Tune.Meter.Text, Timeline.Of(written.Tune).Length));
    }

    [Theory]
    [InlineData("M:4/4 K:Cmaj C 2 D 2 |")]
    [InlineData("<s> M:4/4 K:Cmaj C 2 D 2 | </s>")]
    [InlineData("no tune")]
    public void Parse_NotInAbc_IsNull(string text) => Assert.Null(WrittenTune.Parse(text));

    [Theory]
    [InlineData("+CEG+ +DFA+2 G2|", "[CEG] [DFA]2 G2|")]
    [InlineData("CDEF!GABc!c2G2|", "CDEF GABc c2G2|")]
    [InlineData("!trill!C \"a!b\" D !unheardof! E|", "!trill!C \"a!b\" D !unheardof! E|")]
    [InlineData("C4 \"Am\" !trill!\\\n% a remark\nE4|", "C4 \\\n% a remark\n\"Am\" !trill!E4|")]
    [InlineData("[+CE]4 [+CE]4|", "[CE]4 [CE]4|")]
    [InlineData("C8| 1 c8:| 2 d8|]", "C8|1 c8:|2 d8|]")]
    [InlineData("CDEF|\n</html>", "CDEF|\n%</html>")]
    [InlineData("CDEF|\n M:3/4\nGAB|", "CDEF|\nM:3/4\nGAB|")]
    [InlineData("(CD) {e}F2| \\\n\"Am\"[K:G]G4|", "(CD) {e}F2| \\\n\"Am\"[K:G]G4|")]
    public void Drawn_WhatOthersReadOtherwise_IsWrittenPlainly(string music, string drawn)
    {
        WrittenTune written = Read($"X:1\nM:4/4\nL:1/8\nK:C\n{music}\n");

        Assert.Equal($"X:1\nM:4/4\nL:1/8\nK:C\n{drawn}\n", written.Drawn);
        Assert.Equal(Sounding(written.Tune), Sounding(TuneReader.Read(written.Drawn).Tunes[0]));
    }

    [Fact]
    public void Drawn_HeaderThatGoesOn_IsOneLineAField()
    {
        WrittenTune written = Read("X:1\nT:A title carried on \\\nby a backslash\nH:Written down\nby a fiddler\n M:4/4\nK:Am^f^g\nA|\n");

        Assert.Equal(
            "X:1\nT:A title carried on by a backslash\n%by a backslash\nH:Written down\n%by a fiddler\nM:4/4\nK:Am ^f ^g\nA|\n",
            written.Drawn
        );
    }

    [Fact]
    public void OffsetInDrawn_EveryNote_IsItsLetter()
    {
        WrittenTune written = Read("X:1\n M:4/4\nL:1/8\nK:Am^f^g\n(A^B) {c}d! +fg+ e {ab}|\n");
        Note[] notes = [.. WrittenTune.Flat(written.Tune.Voices[0]).OfType<Note>()];

        Assert.Equal("A^cdefgab".Order(), notes.Select(note => written.Drawn[written.OffsetInDrawn(note.Position)]).Order());
    }

    [Fact]
    public void InKey_Air_MovesNotesKeysAndChordNamesAndKeepsEveryOtherSign() =>
        Assert.Equal(
            """
            X:3
            T:An air
            T:And its second title
            C:Somebody
            M:4/4
            L:1/4
            K:Amaj% in one sharp
            V:1 name="Air"
            "A"(AB) {^d}c2 | [EA]2 ~g>=g | [K:Emaj clef=treble] "E7/G#"G4 |]
            w: one two three
            V:2 clef=bass name="Low"
            A,,2 A2 | E,4 | E,4 |]

            """.ReplaceLineEndings("\n"),
            Read(Air).InKey(new Tonic(Letter.A, 0))!.Text
        );

    [Theory]
    [InlineData(Letter.A, 0)]
    [InlineData(Letter.E, -1)]
    [InlineData(Letter.F, 1)]
    [InlineData(Letter.C, 0)]
    public void InKey_AnyTonic_SoundsAsTheTransposerHasItAndComesBack(Letter letter, int alteration)
    {
        WrittenTune written = Read(Air);
        WrittenTune moved = written.InKey(new Tonic(letter, alteration))!;

        Assert.Equal(Sounding(Transposer.To(written.Tune, new Tonic(letter, alteration)).Tune!), Sounding(moved.Tune));
        Assert.Equal(Sounding(written.Tune), Sounding(moved.InKey(new Tonic(Letter.G, 0))!.Tune));
    }

    [Fact]
    public void InKey_OwnTonic_IsTheSame()
    {
        WrittenTune written = Read(Air);

        Assert.Same(written, written.InKey(new Tonic(Letter.G, 0)));
    }

    [Fact]
    public void InKey_NoTonic_IsNull() => Assert.Null(Read("X:1\nK:none\nG3|\n").InKey(new Tonic(Letter.A, 0)));

    [Theory]
    [InlineData("m:~G3=GB{F}G", "~G3 B3|", "m:~A3=Ac{G}A", "~A3 c3|")]
    [InlineData("m: ~G3 = G\"^G\"!trill!^c,=F", "~G3|", "m: ~A3 = A\"^G\"!trill!^D=G", "~A3|")]
    [InlineData("m:~n3=np{m}n", "~G3 ~d3|", "m:~n3=np{m}n", "~A3 ~e3|")]
    public void InKey_Macros_MovesThemAndSoundsTheSame(string macro, string music, string moved, string there)
    {
        WrittenTune written = Read($"X:1\n{macro}\nL:1/8\nK:Gmaj\n{music}\n");
        WrittenTune inA = written.InKey(new Tonic(Letter.A, 0))!;

        Assert.Equal($"X:1\n{moved}\nL:1/8\nK:Amaj\n{there}\n", inA.Text);
        Assert.NotEqual(Sounding(written.Tune), Sounding(Read($"X:1\nL:1/8\nK:Gmaj\n{music}\n").Tune));
        Assert.Equal(Sounding(written.Tune).Select(note => (note.Item1, note.Item2, note.Item3 + 2)), Sounding(inA.Tune));
    }

    /// <summary>A sharp on a macro's own letter is another note in another key: the notes are written out.</summary>
    [Theory]
    [InlineData("X:1\nm:~n3=n^on\nL:1/8\nK:Gmaj\n~B3 d3|\n")]
    [InlineData("m:~G3=GBG\n\nX:1\nL:1/8\nK:Gmaj\n~G3 d3|\n")]
    public void Write_MacrosInAnotherKey_SoundAsTheTune(string text)
    {
        Tune tune = TuneReader.Read(text).Tunes[0];
        Tune moved = Transposer.To(tune, new Tonic(Letter.E, -1)).Tune!;

        Assert.Equal(Sounding(moved), Sounding(TuneReader.Read(AbcWriter.Write(moved)).Tunes[0]));
        Assert.Equal(Sounding(tune).Select(note => (note.Item1, note.Item2, note.Item3 - 4)), Sounding(moved));
        Assert.Equal(Sounding(tune), Sounding(WrittenTune.Of(text, tune)!.Tune));
    }

    [Theory]
    [InlineData("X:1\nQ:1/4=60\nK:G\nG|\n", "X:1\nQ:1/4=90\nK:G\nG|\n")]
    [InlineData("X:1\nK:G\n[Q:1/4=60]G|\n", "X:1\nQ:1/4=90\nK:G\n[Q:1/4=60]G|\n")]
    public void AtTempo_Tempo_StandsInTheHeader(string text, string expected) =>
        Assert.Equal(expected, Read(text).AtTempo(new Tempo(new Fraction(1, 4), 90, "1/4=90")).Text);
}
