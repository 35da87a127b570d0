namespace Lilt.Notation.Elements;

/// <summary>A new tempo in the music.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Tempo">The tempo from here on.</param>
public sealed record TempoChange(SourcePosition Position, Tempo Tempo) : TuneElement(Position);
