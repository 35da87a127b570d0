using Lilt.Assessment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class TuneFiguresTests
{
    private const string EightMeasures = "c4|c4|c4|c4|c4|c4|c4|c4";

    [Theory]
    [InlineData("A4|B4|", true, true)]
    [InlineData("|:A4:|:B4:|", true, true)]
    [InlineData("A4:|B4:|", true, true)]
    [InlineData("|:A4|1B4:|2c4||d4|", true, true)]
    [InlineData("|:A4|1B4:|2c4:|d4|", true, true)]
    [InlineData("|:A4|B4|", true, false)]
    [InlineData("|:A4:|:B4|", true, false)]
    [InlineData("|:A4|:B4:|", false, false)]
    [InlineData("A4:|:|", true, false)]
    [InlineData("A4:| :|", false, false)]
    [InlineData(":|A4|", false, false)]
    public void Repeats_Cases_AsDefined(string music, bool areWellFormed, bool areClosed)
    {
        TuneFigures figures = Figures(music);

        Assert.Equal((areWellFormed, areClosed), (figures.RepeatsAreWellFormed, figures.RepeatsAreClosed));
    }

    [Theory]
    [InlineData("A4|B4|", null)]
    [InlineData("|:A4|1B4:|2c4||", true)]
    [InlineData("|:A4|1B4:|\n|2c4|", true)]
    [InlineData("|:A4|1B4:|2c4:|3d4||", true)]
    [InlineData("|:A4|1B4:|c4|", false)]
    [InlineData("|:A4|2B4:|1c4|", false)]
    [InlineData("|:A4|1B4|2c4|", false)]
    [InlineData("|:A4|2c4|", false)]
    [InlineData("|:A4|1B4:|2c4|:d4|1e4:|f4|", false)]
    public void EndingsArePaired_Cases_AsDefined(string music, bool? expected)
    {
        Assert.Equal(expected, Figures(music).EndingsArePaired);
    }

    [Theory]
    [InlineData("|:" + EightMeasures + ":|", 1, 1)]
    [InlineData("c|:c4|c4|c4|c4|c4|c4|c4|c3:|", 1, 1)]
    [InlineData("c|" + EightMeasures + "||c4|", 2, 1)]
    [InlineData("|:c4|c4|c4|c4|c4|c4|c4|1c4:|2c4||" + EightMeasures + "|", 2, 2)]
    [InlineData(EightMeasures + "|" + EightMeasures + "|", 1, 0)]
    [InlineData("c2|", 0, 0)]
    public void Parts_Cases_CountsMeasuresOfOnePlaying(string music, int parts, int ofEight)
    {
        TuneFigures figures = Figures(music);

        Assert.Equal((parts, ofEight), (figures.Parts, figures.PartsOfEight));
    }

    [Theory]
    [InlineData("c4|c4|", null)]
    [InlineData("c|c4|c3|", true)]
    [InlineData("c|c4|c4|", false)]
    public void PickupIsCompleted_Cases_AsDefined(string music, bool? expected)
    {
        Assert.Equal(expected, Figures(music).PickupIsCompleted);
    }

    [Theory]
    [InlineData("K:D", "D4|F4|D4|", true, 3, 3)]
    [InlineData("K:D", "D4|=F4|E4|", false, 2, 3)]
    [InlineData("K:Ddor", "D4|F4|[DA]4|", true, 4, 4)]
    [InlineData("K:Em", "E4|^D4|E4|", true, 2, 3)]
    [InlineData("K:G", "G4|[K:D]G4|D4|", true, 3, 3)]
    [InlineData("K:none", "D4|", null, 0, 0)]
    public void NotesInMode_Keys_AreJudgedWhereTheyStand(string key, string music, bool? endsOnTonic, int inMode, int judged)
    {
        TuneFigures figures = Figures(music, key);

        Assert.Equal((endsOnTonic, inMode, judged), (figures.EndsOnTonic, figures.NotesInMode, figures.NotesJudged));
    }

    [Fact]
    public void Notes_ChordsTiesAndRests_AreOneNoteEachAndNone()
    {
        TuneFigures figures = Figures("[CE]2 z2|G4-|G2 {a}c2|");

        Assert.Equal((3, 8), (figures.Notes, figures.Range));
        Assert.Equal([4, 7, 12], figures.Melody.Symbols(0).Select(symbol => symbol - 64 - 60));
    }

    [Theory]
    [InlineData("K:C", 0)]
    [InlineData("K:D", -2)]
    [InlineData("K:F#", -6)]
    [InlineData("K:G", 5)]
    [InlineData("K:Am", 3)]
    public void Shift_Keys_GoToTheNearerC(string key, int expected) => Assert.Equal(expected, Figures("c4|", key).Melody.Shift);

    private static TuneFigures Figures(string music, string key = "K:C") =>
        TuneFigures.Of(TuneReader.Read($"X:1\nT:t\nM:4/4\nL:1/4\n{key}\n{music}\n").Tunes[0]);
}
