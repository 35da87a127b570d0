using Lilt.Notation;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class MetronomeTests
{
    private static readonly TimelineOptions Clicked = new() { Metronome = true };

    [Theory]
    [InlineData("6/8", "C3 D3|E6|", "0! 3/8 3/4! 9/8")]
    [InlineData("4/4", "C8|D8|", "0! 1/2 1! 3/2")]
    [InlineData("3/4", "C6|", "0! 1/4 1/2")]
    [InlineData("6/8", "G|C3 D3|E6|", "1/8! 1/2 7/8! 5/4")]
    [InlineData("6/8", "|:G|C3 D3|E5:|", "1/8! 1/2 7/8! 5/4 13/8! 2 19/8! 11/4")]
    [InlineData("none", "C3 D3|", "")]
    public void Metronome_Measures_ClickOnTheMetersBeat(string meter, string music, string clicks)
    {
        Assert.Equal(clicks, Text(Timeline.Of(Read(meter, music), Clicked).Clicks));
    }

    [Theory]
    [InlineData("6/8", "C6|", "3/2", "0! 3/8 3/4! 9/8")]
    [InlineData("6/8", "G|C6|", "11/8", "0! 3/8 3/4! 9/8")]
    [InlineData("3/4", "C6|", "3/4", "0! 1/4 1/2")]
    [InlineData("3/4", "G2|C6|", "5/4", "0! 1/4 1/2 3/4! 1")]
    [InlineData("4/4", "C8|", "2", "0! 1/2 1! 3/2")]
    public void CountIn_AnyMeter_IsAMeasureAtLeastAndLeadsToTheFirstBeat(string meter, string music, string start, string clicks)
    {
        Timeline plain = Timeline.Of(Read(meter, music));
        Timeline counted = Timeline.Of(Read(meter, music), new TimelineOptions { CountIn = true });

        Assert.Equal(clicks, Text(counted.Clicks));
        Assert.Equal(start, counted.Notes[0].Onset.ToString());
        Assert.Equal(plain.Length + counted.Notes[0].Onset, counted.Length);
        Assert.Equal(plain.Notes.Select(note => note.Onset + counted.Notes[0].Onset), counted.Notes.Select(note => note.Onset));
    }

    [Fact]
    public void CountIn_WithMetronome_IsOneRow()
    {
        Timeline counted = Timeline.Of(Read("6/8", "G|C3 D3|"), new TimelineOptions { CountIn = true, Metronome = true });

        Assert.Equal("0! 3/8 3/4! 9/8 3/2! 15/8", Text(counted.Clicks));
    }

    [Fact]
    public void Clicks_InMidi_AreAWoodBlockOnTheDrums()
    {
        using MemoryStream file = new();
        MidiFile.Write(Timeline.Of(Read("6/8", "C3 D3|"), Clicked), "", file);
        byte[] bytes = file.ToArray();

        Assert.Equal(3, bytes[11]);
        Assert.True(bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x99, 76, 80]) > 0);
        Assert.True(bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x99, 77, 80]) > 0);
    }

    private static string Text(IEnumerable<Click> clicks) =>
        string.Join(' ', clicks.Select(click => $"{click.At}{(click.IsFirst ? "!" : "")}"));

    private static Tune Read(string meter, string music) => TuneReader.Read($"X:1\nM:{meter}\nL:1/8\nK:C\n{music}\n").Tunes.Single();
}
