namespace Lilt.Studio.Rewriting;

/// <summary>What of a tune goes over a range.</summary>
/// <param name="Range">The range in ABC, as it sounds.</param>
/// <param name="Outside">The notes that lie outside, in the tune's order.</param>
/// <param name="Notes">How many notes the tune has.</param>
public sealed record RangeView(string Range, IReadOnlyList<OutsideNote> Outside, int Notes);
