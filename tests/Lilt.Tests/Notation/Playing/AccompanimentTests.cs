using Lilt.Notation;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class AccompanimentTests
{
    // What abc2midi 4.84 plays to the same text, its chords' octave and pattern as they are where nothing sets them.
    [Theory]
    [InlineData("6/8", "\"C\"c3 \"G7\"d3|", "0:36 1/4:48 1/4:52 1/4:55 3/8:43 5/8:55 5/8:59 5/8:62 5/8:65")]
    [InlineData("6/8", "G|\"C\"c6|", "1/8:36 3/8:48 3/8:52 3/8:55 1/2:36 3/4:48 3/4:52 3/4:55")]
    [InlineData("2/4", "\"G\"c4|", "0:43 1/4:55 1/4:59 1/4:62")]
    [InlineData("4/4", "\"F#dim\"e8|", "0:42 1/4:54 1/4:57 1/4:60 1/2:42 3/4:54 3/4:57 3/4:60")]
    [InlineData("3/4", "\"Am\"e6|", "0:45 1/4:57 1/4:60 1/4:64 1/2:57 1/2:60 1/2:64")]
    [InlineData("2/4", "\"D/F#\"f4|", "0:42 1/4:54 1/4:57 1/4:62")]
    [InlineData("4/4", "c8|", "")]
    [InlineData("none", "\"C\"c8|", "")]
    public void Chords_Names_AreBassAndChordByTurns(string meter, string music, string expected)
    {
        Timeline played = Timeline.Of(Read(meter, music), new TimelineOptions { Chords = true });

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                played.Accompaniment.OrderBy(note => note.Onset).ThenBy(note => note.Pitch).Select(note => $"{note.Onset}:{note.Pitch}")
            )
        );
    }

    [Fact]
    public void Chords_NextBarWithoutAName_GoOn()
    {
        Timeline played = Timeline.Of(Read("2/4", "\"G\"c4|d4|\"^nobody\"e4|"), new TimelineOptions { Chords = true });

        Assert.Equal(3, played.Accompaniment.Count(note => note.Pitch == 43));
    }

    [Fact]
    public void Chords_NotAskedFor_AreNotPlayed() => Assert.Empty(Timeline.Of(Read("2/4", "\"G\"c4|")).Accompaniment);

    [Theory]
    [InlineData("Bb", 46, "58 62 65")]
    [InlineData("Cmaj7", 36, "48 52 55 59")]
    [InlineData("Ebm", 39, "51 54 58")]
    [InlineData("Dsus4", 38, "50 55 57")]
    [InlineData("G/B", 47, "67 59 62")]
    [InlineData("Am7b9x", 45, "57 60 64")]
    public void Parse_Names_AreChords(string name, int bass, string notes)
    {
        ChordName chord = ChordName.Parse(name)!;

        Assert.Equal((bass, notes), (chord.Bass, string.Join(' ', chord.Notes)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("N.C.")]
    [InlineData("slowly")]
    [InlineData("H7")]
    public void Parse_NoChord_IsNone(string text) => Assert.Null(ChordName.Parse(text));

    private static Tune Read(string meter, string music) => TuneReader.Read($"X:1\nM:{meter}\nL:1/8\nK:C\n{music}\n").Tunes.Single();
}
