namespace Lilt.Notation.Elements;

/// <summary>A new key in the music. The notes' pitches have it already.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Key">The key from here on.</param>
public sealed record KeyChange(SourcePosition Position, Key Key) : TuneElement(Position);
