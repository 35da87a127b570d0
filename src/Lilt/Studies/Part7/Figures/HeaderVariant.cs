using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>The same body under another header token.</summary>
/// <param name="Token">The token set in: <c>M:6/8</c>.</param>
/// <param name="Instead">The token that it replaced.</param>
/// <param name="Layers">The layers, from 1.</param>
public sealed record HeaderVariant(string Token, string Instead, IReadOnlyList<ShiftLayer> Layers);
