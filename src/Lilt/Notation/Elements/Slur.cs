namespace Lilt.Notation.Elements;

/// <summary>The start or the end of a slur.</summary>
/// <param name="Position">Where it stands in the text.</param>
/// <param name="IsStart">True for <c>(</c>, false for <c>)</c>.</param>
public sealed record Slur(SourcePosition Position, bool IsStart) : TuneElement(Position);
