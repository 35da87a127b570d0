using Lilt.Notation;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class SwingTests
{
    [Theory]
    [InlineData("6/8", "", "CDE FGA|", Swing.Jig, "5/32 3/32 1/8 5/32 3/32 1/8")]
    [InlineData("6/8", "", "C2D E3|", Swing.Jig, "1/4 1/8 3/8")]
    [InlineData("6/8", "", "CD2 EFG|", Swing.Jig, "1/8 1/4 5/32 3/32 1/8")]
    [InlineData("6/8", "", "C|DEF GAB|", Swing.Jig, "1/8 5/32 3/32 1/8 5/32 3/32 1/8")]
    [InlineData("4/4", "", "CDEF G2AB|", Swing.Reel, "3/20 1/10 3/20 1/10 1/4 3/20 1/10")]
    [InlineData("2/2", "", "CD E2 z2 CD|", Swing.Hornpipe, "1/6 1/12 1/4 1/6 1/12")]
    [InlineData("4/4", "R:hornpipe", "CDEF|", Swing.Reel, "3/20 1/10 3/20 1/10")]
    [InlineData("4/4", "", "C>D E2|", Swing.Reel, "3/16 1/16 1/4")]
    [InlineData("4/4", "", "C>D E2|", Swing.Hornpipe, "1/6 1/12 1/4")]
    [InlineData("3/4", "", "CDEFGA|", Swing.Reel, "1/8 1/8 1/8 1/8 1/8 1/8")]
    [InlineData("4/4", "", "CDEF|", Swing.Jig, "1/8 1/8 1/8 1/8")]
    public void Swing_EvenNotes_ShareTheirGroupsTime(string meter, string rhythm, string music, Swing swing, string lengths)
    {
        Timeline played = Timeline.Of(Read(meter, rhythm, music), new TimelineOptions { Swing = swing });

        Assert.Equal(lengths, string.Join(' ', played.Notes.Select(note => note.Length)));
    }

    [Fact]
    public void Swing_AnyTune_LastsAsLongAsItIsWritten()
    {
        Random random = new(5);
        foreach (Swing swing in Enum.GetValues<Swing>())
        {
            for (int round = 0; round < 50; round++)
            {
                string music = string.Concat(
                    Enumerable
                        .Range(0, 40)
                        .Select(i => $"{"CDEFGABz"[random.Next(8)]}{(random.Next(4) == 0 ? "2" : "")}{(i % 5 == 4 ? "|" : "")}")
                );
                Tune tune = Read(random.Next(2) == 0 ? "6/8" : "4/4", "", music);
                Assert.Equal(Timeline.Of(tune).Length, Timeline.Of(tune, new TimelineOptions { Swing = swing }).Length);
            }
        }
    }

    [Fact]
    public void Swing_HornpipeByItsField_LeavesCutTimeEven()
    {
        Assert.All(Timeline.Of(Read("2/2", "R:hornpipe", "CDEF|")).Notes, note => Assert.Equal(new Fraction(1, 8), note.Length));
        Assert.Equal(new Fraction(1, 6), Timeline.Of(Read("4/4", "R:hornpipe", "CDEF|")).Notes[0].Length);
    }

    private static Tune Read(string meter, string rhythm, string music) =>
        TuneReader.Read($"X:1\n{(rhythm.Length > 0 ? rhythm + "\n" : "")}M:{meter}\nL:1/8\nK:C\n{music}\n").Tunes.Single();
}
