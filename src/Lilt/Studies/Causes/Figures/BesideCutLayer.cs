namespace Lilt.Studies.Causes.Figures;

/// <summary>What cutting and interchanging say of one layer.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">How many units were cut: a third of the layer, those with the most power at the measures' period.</param>
/// <param name="Between">The cut at the steps that read no bar.</param>
/// <param name="At">The cut at the steps that read one.</param>
/// <param name="Serves">What the first says of whether these units serve counting.</param>
/// <param name="Relays">What the second says of whether they relay the bar.</param>
/// <param name="Keeps">What interchanging says of whether the layer keeps the count.</param>
/// <param name="F">The share that the layer carries.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
/// <param name="Why">Why the two differ, or that they do not.</param>
public sealed record BesideCutLayer(
    int Layer,
    int Units,
    CutContrast Between,
    CutContrast At,
    VerdictKind Serves,
    VerdictKind Relays,
    VerdictKind Keeps,
    double? F,
    double? Low,
    double? High,
    string Why
);
