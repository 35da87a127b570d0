namespace Lilt.Studio.Analyses;

/// <summary>A range of steps where units are on together.</summary>
/// <param name="Tune">The tune's id.</param>
/// <param name="From">Its first step.</param>
/// <param name="To">The step after its last.</param>
/// <param name="Units">How many of the units are on together somewhere in it, the most at one step.</param>
public sealed record MatchPlace(string Tune, int From, int To, int Units);
