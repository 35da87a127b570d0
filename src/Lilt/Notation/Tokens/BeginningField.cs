namespace Lilt.Notation.Tokens;

/// <summary>A field before the music of a beginning.</summary>
/// <param name="Name">Its letter.</param>
/// <param name="Value">What stands behind the colon.</param>
/// <param name="From">Where it begins in the text, from 0.</param>
/// <param name="To">Where it ends.</param>
internal readonly record struct BeginningField(char Name, string Value, int From, int To);
