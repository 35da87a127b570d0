using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class TimelineTests
{
    [Theory]
    [InlineData("A|B:|", "ABAB")]
    [InlineData("A:|B:|", "AABB")]
    [InlineData("|:A:|:B:|", "AABB")]
    [InlineData("A::B:|", "AABB")]
    [InlineData("A|:B:|", "ABB")]
    [InlineData("|:A|:B:|", "ABB")]
    [InlineData("A||B:|", "ABAB")]
    [InlineData("A:|B||c:|", "AABcc")]
    [InlineData("|:A::|B|", "AAAB")]
    [InlineData("|:A|1B:|2c||d|", "ABAcd")]
    [InlineData("|:A|1B:|2c:|d:|", "ABAcdd")]
    [InlineData("|:A|1B:|c|", "ABAc")]
    [InlineData("|:A|1,3B:|2c:|4d|]", "ABAcABAd")]
    [InlineData("|:A|[1B||[2c||", "ABAc")]
    [InlineData("A|2B|c", "ABc")]
    [InlineData("A|1B", "AB")]
    [InlineData(":|:||:|:A:|::|:", "AA")]
    [InlineData("|:A|1B:||:c:|", "ABAcc")]
    public void Of_Repeats_ArePlayedAsAMusicianTakesThem(string music, string expected)
    {
        Assert.Equal(expected, Letters(Read($"X:1\nM:4/4\nL:1/4\nK:C\n{music}\n")));
    }

    [Fact]
    public void Of_PartsWithRepeats_PlaysEachInOrderAndPassesOverUnknownOnes()
    {
        Assert.Equal("ABBABBc", Letters(Read("X:1\nM:4/4\nL:1/4\nP:(AB)2QC\nK:C\nP:A\nA|\nP:B\nB:|\nP:C\nc|\n")));
    }

    [Fact]
    public void Of_TieOverARepeat_JoinsTheNotesThatFollowEachOther()
    {
        Timeline timeline = Timeline.Of(Read("X:1\nM:4/4\nL:1/4\nK:C\n|:C3C-:|"));

        Assert.Equal([(0, 3), (3, 4), (7, 1)], timeline.Notes.Select(note => (Quarters(note.Onset), Quarters(note.Length))));
    }

    [Theory]
    [InlineData("[AA]-[AA]z", 2)]
    [InlineData("[AA]-[Ac]z", 3)]
    [InlineData("[A-c-][Ac]z", 2)]
    public void Of_TiedChords_JoinNoteByNote(string music, int notes)
    {
        Timeline timeline = Timeline.Of(Read($"X:1\nM:4/4\nL:1/4\nK:C\n{music}|"));

        Assert.Equal(notes, timeline.Notes.Count);
        Assert.Contains(timeline.Notes, note => Quarters(note.Length) == 2);
    }

    [Fact]
    public void Of_Overlay_SoundsTogetherAndTheLongerSetsTheTime()
    {
        Timeline timeline = Timeline.Of(Read("X:1\nM:4/4\nL:1/4\nK:C\nc2d&E4|F|"));

        Assert.Equal([(0, 64), (0, 72), (2, 74), (4, 65)], timeline.Notes.Select(note => (Quarters(note.Onset), note.Pitch)).Order());
    }

    [Fact]
    public void Of_GraceNotes_TakeTheirTimeFromTheirNote()
    {
        Tune tune = Read("X:1\nM:4/4\nL:1/4\nK:C\n{ga}C D|");
        Timeline with = Timeline.Of(tune);
        Timeline without = Timeline.Of(tune, new TimelineOptions { GraceNotes = false });

        Assert.Equal([79, 81, 60, 62], with.Notes.Select(note => note.Pitch));
        Assert.Equal(new Fraction(1, 4), with.Notes[2].Onset + with.Notes[2].Length);
        Assert.Equal([60, 62], without.Notes.Select(note => note.Pitch));
        Assert.Equal(with.Length, without.Length);
    }

    [Fact]
    public void Of_TempoChangedInARepeat_GoesBackWithIt()
    {
        Timeline timeline = Timeline.Of(Read("X:1\nM:4/4\nL:1/4\nQ:1/4=60\nK:C\n|:CCCC|[Q:1/4=120]CCCC:|"));

        Assert.Equal([15, 30, 15, 30], timeline.Tempi.Select(tempo => tempo.WholeNotesPerMinute));
        Assert.Equal(12, timeline.SecondsAt(timeline.Length), 1e-9);
    }

    [Theory]
    [InlineData("M:6/8", 110 * 3 / 8.0)]
    [InlineData("M:4/4", 45)]
    [InlineData("M:4/4\nQ:120", 15)]
    [InlineData("M:6/8\nQ:3/8=100", 37.5)]
    [InlineData("M:none", 27.5)]
    public void Of_Tempo_ComesFromItsMarkElseTheMeter(string header, double wholeNotesPerMinute)
    {
        Assert.Equal(wholeNotesPerMinute, Timeline.Of(Read($"X:1\n{header}\nL:1/8\nK:C\nCDE|")).Tempi[0].WholeNotesPerMinute, 1e-9);
    }

    [Fact]
    public void Of_NothingButRepeats_EndsAndSaysThatItWasCut()
    {
        string music = string.Concat(Enumerable.Repeat("|:C::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::|", 20_000));

        Timeline timeline = Timeline.Of(Read("X:1\nM:4/4\nL:1/4\nK:C\n" + music));

        Assert.True(timeline.IsCut);
        Assert.InRange(timeline.Notes.Count, 1, PlayingOrder.LargestPlayed);
    }

    [Fact]
    public void Of_DamagedTunes_NeverThrows()
    {
        const string Whole =
            "X:1\nM:6/8\nL:1/8\nP:A(BC)2\nR:hornpipe\nK:D\nP:A\n|:A-|(3ABc d>e {f}[fa]2|1 z3 :|2 d-d ||\nP:B\n[1 a&b :: c || P:C\n|]d:|[2,3 e |\n";
        const string Signs = "|:[]12(){}-&><PABCKMz,/3\n \"!~Q=";
        Random random = new(9);
        for (int trial = 0; trial < 3000; trial++)
        {
            char[] text = Whole.ToCharArray();
            for (int i = random.Next(1, 12); i > 0; i--)
            {
                text[random.Next(12, text.Length)] = Signs[random.Next(Signs.Length)];
            }

            foreach (Tune tune in TuneReader.Read(new string(text)).Tunes)
            {
                Timeline timeline = Timeline.Of(tune);
                Assert.All(timeline.Notes, note => Assert.True(note.Length.Sign > 0 && note.Onset.Sign >= 0));
            }
        }
    }

    [Theory]
    [InlineData("110", 41.25)]
    [InlineData("3/8=110", 41.25)]
    [InlineData("1/4 = 120", 30.0)]
    [InlineData("0", null)]
    [InlineData("-4", null)]
    [InlineData("fast", null)]
    [InlineData("1/0=3", null)]
    [InlineData("1=2=3", null)]
    public void Parse_TempoAsTyped_CountsTheMetersBeat(string text, double? expected)
    {
        Assert.Equal(expected, PlayingTempo.Parse(text, Meter.Parse("6/8")!));
    }

    private static Tune Read(string text) => TuneReader.Read(text).Tunes[0];

    private static int Quarters(Fraction at) => (int)(4 * at.Numerator / at.Denominator);

    private static string Letters(Tune tune) =>
        string.Concat(
            Timeline
                .Of(tune)
                .Notes.Select(note =>
                    note.Pitch switch
                    {
                        69 => 'A',
                        71 => 'B',
                        72 => 'c',
                        74 => 'd',
                        _ => '?',
                    }
                )
        );
}
