namespace Lilt.Notation.Tokens;

/// <summary>The word of a prime that the vocabulary lacks.</summary>
/// <param name="Word">The word as it was typed.</param>
/// <param name="Place">Its place among the words, from 1.</param>
/// <param name="Column">Where it begins in the text, from 1.</param>
/// <param name="Nearest">Up to five tokens of the vocabulary, the fewest edits away first.</param>
public sealed record PrimeFault(string Word, int Place, int Column, IReadOnlyList<string> Nearest)
{
    /// <summary>One line for a person: what, where, and what may have been meant.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"The prime's word {Place} (column {Column}), '{Word}', is no token of this model; the nearest are {string.Join("  ", Nearest)} ('*' draws a token)."
        );
}
