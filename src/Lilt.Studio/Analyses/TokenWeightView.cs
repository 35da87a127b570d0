namespace Lilt.Studio.Analyses;

/// <summary>What a unit adds to a token's logit for each 1 of h, less the mean over all tokens.</summary>
/// <param name="Token">The token.</param>
/// <param name="Weight">In logits.</param>
public sealed record TokenWeightView(string Token, double Weight);
