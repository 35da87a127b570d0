namespace Lilt.Notation.Elements;

/// <summary>Words at a note: <c>"^slowly"</c>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Text">What stands between the quotes, its place mark included.</param>
public sealed record Annotation(SourcePosition Position, string Text) : TuneElement(Position);
