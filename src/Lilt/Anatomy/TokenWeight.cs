using Lilt.Notation.Tokens;

namespace Lilt.Anatomy;

/// <summary>What a unit adds to a token's logit for each 1 of h, less the mean over all tokens.</summary>
/// <param name="Token">The token.</param>
/// <param name="Weight">In logits.</param>
public readonly record struct TokenWeight(Token Token, double Weight);
