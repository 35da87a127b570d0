namespace Lilt.Studio.Analyses;

/// <summary>The likeliest tokens at one step.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Tokens">The ten likeliest, the likeliest first.</param>
/// <param name="Drawn">The token that was drawn, or given.</param>
public sealed record PosteriorView(int Step, IReadOnlyList<TokenChance> Tokens, TokenChance Drawn);
