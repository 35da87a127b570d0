using Lilt.Notation;
using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies;

public sealed class StudyNoteTests
{
    [Fact]
    public void Of_RepeatedMeasure_PlaysItTwiceAndNamesTheStepOfEachNote()
    {
        IReadOnlyList<StudyNote> notes = StudyNote.Of(["M:2/4", "K:Cmaj", "|:", "C", "2", "D", "E", ":|", "</s>"]);

        Assert.Equal([3, 5, 6, 3, 5, 6], notes.Select(note => note.Step));
        Assert.Equal([60, 62, 64, 60, 62, 64], notes.Select(note => note.Pitch));
        Assert.Equal(
            [new Fraction(0), new Fraction(1, 4), new Fraction(3, 8), new Fraction(1, 2), new Fraction(3, 4), new Fraction(7, 8)],
            notes.Select(note => note.Onset)
        );
    }

    [Fact]
    public void Of_NoMusic_IsEmpty()
    {
        Assert.Empty(StudyNote.Of([]));
        Assert.Empty(StudyNote.Of(["</s>"]));
    }
}
