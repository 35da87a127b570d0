namespace Lilt.Studies.Causes.Figures;

/// <summary>What undoes the reset at one layer.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="PutBack">The mean of the highest B up to the own bar with the layer's memory put back to what it was before the token, nats.</param>
/// <param name="PutBackUndoes">The share of the fall that is undone; null where B did not fall.</param>
/// <param name="PutBackLow">The low end of its interval over tunes.</param>
/// <param name="PutBackHigh">The high end.</param>
/// <param name="HeldBack">The mean of the highest B with the layer handing up, in the token's step, what it handed up a step before.</param>
/// <param name="HeldBackUndoes">The share of the fall that is undone.</param>
/// <param name="HeldBackLow">The low end of its interval.</param>
/// <param name="HeldBackHigh">The high end.</param>
public sealed record SetLayer(
    int Layer,
    double PutBack,
    double? PutBackUndoes,
    double? PutBackLow,
    double? PutBackHigh,
    double HeldBack,
    double? HeldBackUndoes,
    double? HeldBackLow,
    double? HeldBackHigh
);
