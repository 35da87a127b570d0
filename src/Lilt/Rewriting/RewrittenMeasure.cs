using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>A measure to be written.</summary>
/// <param name="Length">Its notes' and rests' duration, in whole notes, over 0.</param>
/// <param name="Closing">The tokens of which one ends it: bars, or the end token. One alone is kept.</param>
/// <param name="Locked">What of it stays, ascending.</param>
public sealed record RewrittenMeasure(Fraction Length, IReadOnlyList<Token> Closing, IReadOnlyList<LockedNotes> Locked);
