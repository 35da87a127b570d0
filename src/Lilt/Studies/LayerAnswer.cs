namespace Lilt.Studies;

/// <summary>What a study answers of one layer.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">How many of its units were cut.</param>
/// <param name="Beating">How many of its units beat with the measures by a test over tunes; null where none was made.</param>
/// <param name="UnitsInLayer">How many it has.</param>
/// <param name="CountedUncut">The share of measures that the whole network counts strictly while it writes on its own, 0 to 1; null without
/// a control.</param>
/// <param name="CountedCut">The same without the units cut.</param>
/// <param name="CountedRandom">The same without as many random units of the layer, the mean of the random sets.</param>
/// <param name="Counts">Whether its units serve counting.</param>
/// <param name="Relays">Whether they relay the bar.</param>
public sealed record LayerAnswer(
    int Layer,
    int Units,
    int? Beating,
    int UnitsInLayer,
    double? CountedUncut,
    double? CountedCut,
    double? CountedRandom,
    VerdictKind Counts,
    VerdictKind Relays
);
