using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Rewriting;
using Xunit;

namespace Lilt.Tests.Rewriting;

public sealed class OctaveMoveTests
{
    private static readonly Vocabulary Vocabulary = new([
        "<s>",
        "</s>",
        "M:4/4",
        "K:Cmaj",
        "|",
        "-",
        "2",
        "4",
        "8",
        "A,",
        "B,",
        "C",
        "D",
        "E",
        "^F",
        "G",
        "A",
        "B",
        "c",
        "d",
        "e",
        "^f",
        "a",
    ]);

    [Fact]
    public void Of_ATuneWithinTheRange_MovesNothing()
    {
        IReadOnlyList<Token> tune = Tokens("M:4/4 K:Cmaj D 4 E 4 | </s>");

        OctaveMove move = OctaveMove.Of(Vocabulary, tune, new PitchRange(2, 26));

        Assert.True(move.IsNone);
        Assert.Equal([Vocabulary.Start, .. tune], move.Tune);
        Assert.Equal(["Every note is within the range: nothing was moved."], RewriteSentence.Of(move));
    }

    [Fact]
    public void Of_ATuneThatFitsAnOctaveUp_IsMovedWhole()
    {
        OctaveMove move = OctaveMove.Of(Vocabulary, Tokens("M:4/4 K:Cmaj A, 4 D 4 | ^F 8 | </s>"), new PitchRange(2, 26));

        Assert.Equal("M:4/4 K:Cmaj A 4 d 4 | ^f 8 |", Text(move));
        Assert.Equal(1, move.Whole);
        Assert.Equal(["The whole tune was moved up an octave."], RewriteSentence.Of(move));
    }

    [Fact]
    public void Of_OneLowMeasure_MovesThatMeasure()
    {
        OctaveMove move = OctaveMove.Of(Vocabulary, Tokens("M:4/4 K:Cmaj A 4 a 4 | A, 4 D 4 | e 8 | </s>"), new PitchRange(2, 26));

        Assert.Equal("M:4/4 K:Cmaj A 4 a 4 | A 4 d 4 | e 8 |", Text(move));
        Assert.Equal([(2, 1)], move.Measures);
        Assert.Equal(["Measure 2 was moved up an octave."], RewriteSentence.Of(move));
    }

    [Fact]
    public void Of_AMeasureWiderThanTheRange_MovesItsNotesThatGoOver()
    {
        OctaveMove move = OctaveMove.Of(Vocabulary, Tokens("M:4/4 K:Cmaj A, 2 B, 2 a 4 | </s>"), new PitchRange(2, 22));

        Assert.Equal("M:4/4 K:Cmaj A 2 B 2 a 4 |", Text(move));
        Assert.Equal(2, move.Notes.Count);
        Assert.Equal(["2 notes of measure 1 were moved up an octave."], RewriteSentence.Of(move));
    }

    [Fact]
    public void Of_ATieOverTheBar_MovesBothMeasures()
    {
        OctaveMove move = OctaveMove.Of(Vocabulary, Tokens("M:4/4 K:Cmaj a 8 | A, 4 D 4 - | D 4 E 4 | </s>"), new PitchRange(2, 22));

        Assert.Equal("M:4/4 K:Cmaj a 8 | A 4 d 4 - | d 4 e 4 |", Text(move));
        Assert.Equal([(2, 1), (3, 1)], move.Measures);
    }

    [Fact]
    public void Of_ANoteWhoseOctaveIsNoToken_StaysAndIsTold()
    {
        OctaveMove none = OctaveMove.Of(Vocabulary, Tokens("M:4/4 K:Cmaj D 8 | </s>"), new PitchRange(26, 30));

        Assert.Equal([(1, 2)], none.Left.Select(note => (note.Measure, note.Semitones)));
        Assert.Contains("1 note of measure 1 stayed outside", RewriteSentence.Of(none)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_OfARange_GivesStepAndMeasure()
    {
        IReadOnlyList<PlacedNote> outside = PlacedNotes.Outside(
            Vocabulary,
            Tokens("M:4/4 K:Cmaj D 8 | ^F 4 A, 4 | </s>"),
            new PitchRange(2, 26)
        );

        Assert.Equal([new PlacedNote(7, 2, -3)], outside);
    }

    private static string Text(OctaveMove move) =>
        string.Join(' ', move.Tune.Skip(1).Take(move.Tune.Count - 2).Select(token => Vocabulary[token]));

    private static IReadOnlyList<Token> Tokens(string text) =>
        [.. text.Split(' ').Select(word => Vocabulary.TryFind(word, out Token token) ? token : throw new ArgumentException(word))];
}
