namespace Lilt.Notation.Tokens;

/// <summary>A token of a <see cref="Vocabulary"/>, by its index.</summary>
/// <param name="Index">From 0 to the vocabulary's size − 1.</param>
public readonly record struct Token(int Index)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"#{Index}");
}
