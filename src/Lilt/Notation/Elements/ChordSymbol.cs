namespace Lilt.Notation.Elements;

/// <summary>A chord symbol over the music: <c>"Am"</c>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Text">What stands between the quotes.</param>
public sealed record ChordSymbol(SourcePosition Position, string Text) : TuneElement(Position);
