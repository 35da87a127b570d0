namespace Lilt.Notation.Elements;

/// <summary>A voice overlay, <c>&amp;</c>: the time goes back to the start of this measure.</summary>
/// <param name="Position">Where it stands in the text.</param>
public sealed record Overlay(SourcePosition Position) : TuneElement(Position);
