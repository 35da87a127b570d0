namespace Lilt.Notation.Elements;

/// <summary>The start of a part in the music: <c>P:A</c>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Name">The part's name.</param>
public sealed record PartStart(SourcePosition Position, string Name) : TuneElement(Position);
