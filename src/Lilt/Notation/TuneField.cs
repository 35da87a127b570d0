namespace Lilt.Notation;

/// <summary>A field line as it was written, whether Lilt makes use of it or not.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Name">The letter before the colon.</param>
/// <param name="Text">What follows the colon, without comment and outer blanks.</param>
public sealed record TuneField(SourcePosition Position, char Name, string Text);
