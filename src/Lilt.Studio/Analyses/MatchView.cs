namespace Lilt.Studio.Analyses;

/// <summary>The units of a range, and where else they are on together, as far as the search has come.</summary>
/// <param name="Units">Ascending.</param>
/// <param name="Places">The best first, at most 50.</param>
/// <param name="Searched">How many tunes were searched, this one included.</param>
/// <param name="Left">How many tunes are still to be searched; 0 in the last event.</param>
/// <param name="Skipped">How many tunes of the session cannot be searched: of another model, deleted meanwhile, or not to be made
/// again.</param>
public sealed record MatchView(IReadOnlyList<int> Units, IReadOnlyList<MatchPlace> Places, int Searched, int Left, int Skipped);
