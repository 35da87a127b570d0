using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.Playing;

public sealed class MidiFileTests
{
    [Fact]
    public void Write_AnyNotes_AreReadBackToTheTick()
    {
        Random random = new(3);
        List<PlayedNote> notes = [];
        Fraction onset = default;
        for (int i = 0; i < 400; i++)
        {
            Fraction length = new(1 + random.Next(12), 16 * (1 + random.Next(6)));
            notes.Add(new PlayedNote(onset, length, random.Next(0, 128), i % 3, default));
            onset += length;
        }

        List<MidiReader.Note> read = MidiReader.Notes(Written(notes));

        Assert.Equal(
            notes.Select(note => (MidiFile.TickOf(note.Onset) / 480.0, MidiFile.TickOf(note.Onset + note.Length) / 480.0, note.Pitch)),
            read.Select(note => (note.Onset, note.End, note.Pitch))
        );
    }

    [Fact]
    public void Write_SameNoteAgainAtOnce_EndsTheFirstBeforeTheSecond()
    {
        List<MidiReader.Note> read = MidiReader.Notes(
            Written([
                new PlayedNote(default, new Fraction(1, 4), 60, 0, default),
                new PlayedNote(new Fraction(1, 4), new Fraction(1, 4), 60, 0, default),
            ])
        );

        Assert.Equal([new MidiReader.Note(0, 1, 60), new MidiReader.Note(1, 2, 60)], read);
    }

    [Theory]
    [InlineData(-5, 7)]
    [InlineData(0, 0)]
    [InlineData(127, 127)]
    [InlineData(128, 116)]
    [InlineData(-24, 0)]
    [InlineData(300, 120)]
    public void Write_PitchThatMidiLacks_IsMovedByOctaves(int pitch, int expected)
    {
        Assert.Equal(expected, MidiReader.Notes(Written([new PlayedNote(default, new Fraction(1, 4), pitch, 0, default)])).Single().Pitch);
    }

    [Fact]
    public void Write_PauseLongerThanADeltaHolds_IsKept()
    {
        Fraction late = new(300_000);

        MidiReader.Note read = MidiReader.Notes(Written([new PlayedNote(late, new Fraction(1, 4), 60, 0, default)])).Single();

        Assert.Equal(1_200_000, read.Onset);
    }

    private static byte[] Written(List<PlayedNote> notes)
    {
        Meter meter = Meter.Parse("6/8")!;
        Timeline timeline = new(
            notes,
            [new TempoPoint(default, 30)],
            [new MeterPoint(default, meter)],
            notes[^1].Onset + notes[^1].Length,
            false
        );
        using MemoryStream file = new();
        MidiFile.Write(timeline, "a tune", file);
        return file.ToArray();
    }
}
