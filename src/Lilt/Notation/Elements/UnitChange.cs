namespace Lilt.Notation.Elements;

/// <summary>A new unit note length in the music. The notes' durations have it already.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Unit">L from here on, in whole notes.</param>
public sealed record UnitChange(SourcePosition Position, Fraction Unit) : TuneElement(Position);
