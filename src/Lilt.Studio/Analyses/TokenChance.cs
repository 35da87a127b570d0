namespace Lilt.Studio.Analyses;

/// <summary>A token and its probability.</summary>
/// <param name="Token">The token.</param>
/// <param name="P">From 0 to 1.</param>
/// <param name="Rank">1 for the likeliest.</param>
public sealed record TokenChance(string Token, double P, int Rank);
