using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>One way to write what is asked for, token by token, with its weight.</summary>
internal interface ICandidate
{
    /// <summary>What was written, closing tokens and all.</summary>
    IReadOnlyList<Token> Written { get; }

    /// <summary>The logarithm of the weight; −∞ where it could not be written.</summary>
    double LogWeight { get; }

    /// <summary>Whether nothing is left to do.</summary>
    bool IsDone { get; }

    /// <summary>Takes one more token.</summary>
    /// <param name="posterior">p of the step that writes it, [V].</param>
    /// <returns>The token, to be read next.</returns>
    Token Next(ReadOnlySpan<float> posterior);
}
