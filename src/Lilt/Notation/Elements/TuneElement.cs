namespace Lilt.Notation.Elements;

/// <summary>One thing in the music of a voice, in the order of the text. The kinds are the sealed records that derive from it.</summary>
/// <param name="Position">Where it begins in the text.</param>
public abstract record TuneElement(SourcePosition Position);
