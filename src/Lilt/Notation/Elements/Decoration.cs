namespace Lilt.Notation.Elements;

/// <summary>A decoration of the next note: <c>~</c>, <c>.</c>, <c>!trill!</c>, <c>+fermata+</c>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Name">The sign, or the name between the marks.</param>
public sealed record Decoration(SourcePosition Position, string Name) : TuneElement(Position);
