namespace Lilt.Notation.Elements;

/// <summary>Room on paper, <c>y</c>. It takes no time.</summary>
/// <param name="Position">Where it stands in the text.</param>
public sealed record Spacer(SourcePosition Position) : TuneElement(Position);
