using Lilt.Notation;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class OrnamentTests
{
    /// <summary>Pitches in the key of D, lengths in thirty-seconds; the unit is an eighth.</summary>
    [Theory]
    [InlineData("~G3", "G4 A1 G3 F1 G3")]
    [InlineData("~F2", "G1 F3 E1 F3")]
    [InlineData("~d", "e1 d3")]
    [InlineData("!roll!G3", "G4 A1 G3 F1 G3")]
    [InlineData("TG2", "G1 A1 G1 A1 G1 A1 G2")]
    [InlineData("!trill!B", "B1 c1 B2")]
    [InlineData("MG2", "G1 F1 G6")]
    [InlineData("PB2", "B1 c1 B6")]
    [InlineData("!turn!G2", "A2 G2 F2 G2")]
    [InlineData("!invertedturn!G", "F1 G1 A1 G1")]
    public void Of_AnOrnament_IsPlayedWithItsNeighboursInTheKey(string music, string expected) => Assert.Equal(expected, Sounding(music));

    [Theory]
    [InlineData("~G3", "G12")]
    [InlineData("TG2 ~F2", "G8 F8")]
    public void Of_OrnamentsOff_PlaysTheNote(string music, string expected) =>
        Assert.Equal(expected, Sounding(music, new TimelineOptions { Rolls = false, Trills = false }));

    [Fact]
    public void Of_RollsOff_StillTrills() =>
        Assert.Equal("G8 F1 G1 F1 G1 F1 G1 F2", Sounding("~G2TF2", new TimelineOptions { Rolls = false }));

    [Theory]
    [InlineData("~G2-G2", "A1 G3 F1 G11")]
    [InlineData("G2-~G2", "G16")]
    [InlineData("~z2G2", "G8")]
    [InlineData("U:k=!roll!\n[r:]kF2", "G1 F3 E1 F3")]
    public void Of_AnOrnamentAtATieOrARest_BeginsWithANewNote(string music, string expected) => Assert.Equal(expected, Sounding(music));

    /// <summary>Whatever the ornament, its note's time is filled without a gap and nothing after it moves.</summary>
    [Fact]
    public void Of_OrnamentsOfEveryLength_FillTheirNotesTime()
    {
        foreach (string sign in (string[])["~", "T", "M", "P", "!turn!", "!invertedturn!"])
        {
            foreach (string length in (string[])["/8", "/4", "/2", "", "3/2", "2", "3", "4", "5", "6", "8", "12"])
            {
                Tune tune = Read($"{sign}G{length}c2|");
                IReadOnlyList<PlayedNote> notes = Timeline.Of(tune).Notes;
                Fraction now = default;
                foreach (PlayedNote note in notes)
                {
                    Assert.Equal(now, note.Onset);
                    now += note.Length;
                }

                Assert.Equal(72 + 1, notes[^1].Pitch);
                Assert.Equal(Timeline.Of(tune, new TimelineOptions { Rolls = false, Trills = false }).Length, now);
            }
        }
    }

    [Fact]
    public void Of_AMacro_IsPlayedInPlaceOfWhatItStandsFor()
    {
        const string Header = "m:~G3=G{A}G{F}G\nm:~n2=(3o/n/m/ n\n";
        Tune written = Read("~G3 ~d2 ~G2 ~G3/2 ~c'2|", Header);
        Tune expanded = Read("G{A}G{F}G (3e/d/c/ d (3A/G/F/ G ~G3/2 (3d'/c'/b/ c'|");

        Assert.Equal(Notes(expanded), Notes(written));
        Assert.Equal(5, written.Voices[0].Elements.Count(element => element is Lilt.Notation.Elements.Note));
        Assert.Empty(written.Findings);
        Assert.Equal(Notes(Read("~G3 ~d2 ~G2 ~G3/2 ~c'2|")), Notes(written, new TimelineOptions { Macros = false }));
    }

    [Fact]
    public void Of_AMacroTransposed_MovesWithItsTune()
    {
        Tune written = Read("~G3|", "m:~G3=G{A}G{F}G\n");
        Assert.True(Tonic.TryParse("E", out Tonic tonic));
        Tune moved = Transposer.To(written, tonic).Tune!;

        Assert.Equal(Timeline.Of(written).Notes.Select(note => note.Pitch + 2), Timeline.Of(moved).Notes.Select(note => note.Pitch));
    }

    [Fact]
    public void Read_AMacroThatPutsUnreadableTextInItsPlace_SaysSoAtThePlace()
    {
        Tune tune = Read("c ~G3|", "m:~G3=G£G2\n");

        Finding finding = Assert.Single(tune.Findings);
        Assert.Equal((6, 3), (finding.Line, finding.Column));
        Assert.Contains("In a macro", finding.Text, StringComparison.Ordinal);
    }

    private static Tune Read(string music, string header = "") => TuneReader.Read($"X:1\nM:none\nL:1/8\n{header}K:D\n{music}\n").Tunes[0];

    private static string Sounding(string music, TimelineOptions? options = null) =>
        string.Join(
            ' ',
            Timeline.Of(Read(music), options).Notes.Select(note => Letter(note.Pitch) + (note.Length * new Fraction(32)).ToString())
        );

    private static IEnumerable<(Fraction Onset, Fraction Length, int Pitch)> Notes(Tune tune, TimelineOptions? options = null) =>
        Timeline.Of(tune, options).Notes.Select(note => (note.Onset, note.Length, note.Pitch));

    private static string Letter(int pitch) =>
        pitch switch
        {
            64 => "E",
            66 => "F",
            67 => "G",
            69 => "A",
            71 => "B",
            73 => "c",
            74 => "d",
            76 => "e",
            _ => $"?{pitch} ",
        };
}
