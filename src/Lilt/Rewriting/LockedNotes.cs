using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>Notes of a measure that stay as they are: what stands between two places at which a bar could stand.</summary>
/// <param name="From">Where they begin in their measure, in whole notes.</param>
/// <param name="Tokens">Their tokens.</param>
public sealed record LockedNotes(Fraction From, IReadOnlyList<Token> Tokens);
