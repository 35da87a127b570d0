using Lilt.Notation.Tokens;

namespace Lilt.Studies.Causes.Material;

/// <summary>What a network may count to: the tokens that come when it is full, those that set it back, and what it is counted in.</summary>
/// <param name="Name">What it is called: <c>measure</c>, <c>section</c>.</param>
/// <param name="Events">The tokens that come when it is full.</param>
/// <param name="SetBy">The tokens that set it back.</param>
/// <param name="Unit">What it is counted in, a plural: <c>eighths</c>, <c>measures</c>.</param>
public sealed record Clock(string Name, IReadOnlyList<Token> Events, IReadOnlyList<Token> SetBy, string Unit)
{
    /// <summary>The measure's: any measure token ends it and sets it, and it is counted in durations.</summary>
    /// <exception cref="StudyRefusedException">The vocabulary has no measure tokens.</exception>
    public static Clock Measure(Vocabulary vocabulary)
    {
        IReadOnlyList<Token> measures = TokenKinds.Select(vocabulary, TokenKind.Measure);
        return measures.Count > 0
            ? new Clock("measure", measures, measures, "eighths")
            : throw new StudyRefusedException(
                "the model's vocabulary has no measure tokens, so there is no count of measures to study: take a model that writes bars."
            );
    }

    /// <summary>The section's: a token that ends a repeat ends it, one that begins a repeat sets it, and it is counted in measures.</summary>
    /// <returns>Null where the vocabulary has no such tokens.</returns>
    public static Clock? Section(Vocabulary vocabulary)
    {
        IReadOnlyList<Token> measures = TokenKinds.Select(vocabulary, TokenKind.Measure);
        Token[] ends = [.. measures.Where(token => vocabulary[token].StartsWith(":|", StringComparison.Ordinal))];
        Token[] begins = [.. measures.Where(token => vocabulary[token].EndsWith("|:", StringComparison.Ordinal))];
        return ends.Length > 0 && begins.Length > 0 ? new Clock("section", ends, begins, "measures") : null;
    }
}
