namespace Lilt.Rewriting;

/// <summary>What of a measure stays.</summary>
/// <param name="Measure">From 1, as <c>lilt count</c> counts measures.</param>
/// <param name="Note">
/// From 1: which of the measure's notes, a rest, a chord, a tuplet and a pair in broken rhythm counted as one each; null for all of them.
/// </param>
public sealed record NoteLock(int Measure, int? Note = null);
