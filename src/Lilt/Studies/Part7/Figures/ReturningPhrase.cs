using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A phrase that returns, and the steps at which it begins.</summary>
/// <param name="Tokens">Its tokens, three at least.</param>
/// <param name="At">The steps at which it begins, ascending; its lags are the differences.</param>
public sealed record ReturningPhrase(IReadOnlyList<string> Tokens, IReadOnlyList<int> At);
