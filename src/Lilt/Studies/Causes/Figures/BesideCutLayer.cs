namespace Lilt.Studies.Causes.Figures;

/// <summary>What cutting and interchanging say of one layer.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">How many units were cut: a third of the layer, those with the most power at the measures' period.</param>
/// <param name="Cut">The timing contrast without them, nats.</param>
/// <param name="Random">The same without as many random units, the mean of the sets.</param>
/// <param name="Uncut">The same of the whole network.</param>
/// <param name="Serves">What cutting says of whether they serve counting.</param>
/// <param name="Relays">What cutting says of whether they relay the bar.</param>
/// <param name="Keeps">What interchanging says of whether the layer keeps the count.</param>
/// <param name="F">The share that the layer carries.</param>
/// <param name="Why">Why the two differ, or that they do not.</param>
public sealed record BesideCutLayer(
    int Layer,
    int Units,
    double? Cut,
    double? Random,
    double? Uncut,
    VerdictKind Serves,
    VerdictKind Relays,
    VerdictKind Keeps,
    double? F,
    string Why
);
