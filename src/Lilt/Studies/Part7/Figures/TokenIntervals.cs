using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Steps from one occurrence of a token to the next.</summary>
/// <param name="Token">A token, or <c>pitch tokens</c> for all of them as one.</param>
/// <param name="Count">How often it occurs, twice at least.</param>
/// <param name="Intervals">Its intervals, the shortest first.</param>
public sealed record TokenIntervals(string Token, int Count, IReadOnlyList<IntervalCount> Intervals);
