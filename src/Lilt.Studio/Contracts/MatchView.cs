namespace Lilt.Studio.Contracts;

/// <summary>The units of a range, and where else they are on together.</summary>
/// <param name="Units">Ascending.</param>
/// <param name="Places">The best first, at most 50.</param>
/// <param name="Searched">How many tunes were searched.</param>
/// <param name="Left">How many tunes of the session were left out: the oldest of more than can be searched, and those of other models.</param>
public sealed record MatchView(IReadOnlyList<int> Units, IReadOnlyList<MatchPlace> Places, int Searched, int Left);
