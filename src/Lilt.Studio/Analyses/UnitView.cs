namespace Lilt.Studio.Analyses;

/// <summary>Everything about one unit in one tune.</summary>
/// <param name="Site">The unit's site: h, c, i, f, g or o.</param>
/// <param name="Layer">From 1.</param>
/// <param name="Unit">From 0.</param>
/// <param name="Trace">[T] Its value at each step.</param>
/// <param name="Spectrum">Its own spectrum; null for a tune of fewer than 4 steps.</param>
/// <param name="Events">How it goes with measure tokens read and written.</param>
/// <param name="Favours">Tokens that it raises when positive; for h of the last layer, else null.</param>
/// <param name="Disfavours">Tokens that it lowers when positive; for h of the last layer, else null.</param>
public sealed record UnitView(
    string Site,
    int Layer,
    int Unit,
    IReadOnlyList<float> Trace,
    UnitSpectrumView? Spectrum,
    IReadOnlyList<UnitEventView> Events,
    IReadOnlyList<TokenWeightView>? Favours,
    IReadOnlyList<TokenWeightView>? Disfavours
);
