namespace Lilt.Notation.Elements;

/// <summary>A voice overlay, <c>&amp;</c>: the time goes back to the bar before, with <c>&amp;&amp;</c> to the one before that.</summary>
/// <param name="Position">Where it stands in the text.</param>
/// <param name="Measures">How many measures it lies over, at least 1: the number of its signs.</param>
public sealed record Overlay(SourcePosition Position, int Measures = 1) : TuneElement(Position);
