using Lilt.Notation.Tokens;

namespace Lilt.Studies;

/// <summary>A phrase that stands at least twice in a tune.</summary>
public sealed class RepeatedPhrase
{
    internal RepeatedPhrase(Token[] tokens, int[] starts)
    {
        Tokens = tokens;
        Starts = starts;
    }

    /// <summary>Its tokens.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>All the steps at which it begins, ascending; at least two. Two of them may overlap.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>How many steps after the first each later one begins.</summary>
    public IReadOnlyList<int> Lags => [.. Starts.Skip(1).Select(start => start - Starts[0])];
}
