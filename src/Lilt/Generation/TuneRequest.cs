using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Generation;

/// <summary>One tune to be made: what it begins with and the random numbers that draw the rest.</summary>
public sealed class TuneRequest
{
    /// <summary>Its place among the tunes of a run, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The seed of <see cref="Random"/>.</summary>
    public required Seed Seed { get; init; }

    /// <summary>One double is taken for each drawn token.</summary>
    public required RandomState Random { get; init; }

    /// <summary>Tokens after the start token; null takes a drawn token. A whole tune with its end token is read as it is.</summary>
    public IReadOnlyList<Token?> Prime { get; init; } = [];

    /// <summary>The tune is cut when it holds one token more than this, the start token counted.</summary>
    public int Limit { get; init; } = GenerationOptions.DefaultLimit;

    /// <summary>Whether a double is taken, and thrown away, where the prime gives the token.</summary>
    public bool DrawsForPrime { get; init; }

    /// <summary>What is done to the network while it makes this tune; null for nothing.</summary>
    public CompiledPlan? Plan { get; init; }

    /// <summary>Told of every token after the start token as it is taken, with <see cref="Index"/>; null for nobody.</summary>
    public Action<int, Token>? Written { get; init; }

    /// <summary>Asked of every token after the start token as it is taken; false cuts the tune behind it. Null asks nobody.</summary>
    internal Func<Token, bool>? GoesOn { get; init; }

    /// <summary>What a probe needs to know of this tune; null for nothing.</summary>
    public object? Tag { get; init; }
}
