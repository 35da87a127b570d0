namespace Lilt.Notation.Elements;

/// <summary>Grace notes: <c>{gab}</c>. They take no time of the measure.</summary>
/// <param name="Position">Where they begin in the text.</param>
/// <param name="Notes">The notes; their durations are as written, in unit notes.</param>
/// <param name="IsSlashed">Whether they are written <c>{/g}</c>.</param>
public sealed record GraceNotes(SourcePosition Position, IReadOnlyList<Note> Notes, bool IsSlashed) : TuneElement(Position);
