namespace Lilt.Studies.Causes.Figures;

/// <summary>What one layer has to do with the count.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Sets">Whether the bar is read there.</param>
/// <param name="Road">How it passes the bar on; null where it doesn't set the count, or it can't be told.</param>
/// <param name="Keeps">Whether its memory carries the count.</param>
/// <param name="Together">The layers that keep it together with this one, where none alone carries it; else empty.</param>
/// <param name="HandsOn">Whether what it hands up moves the bar. Above the layer that keeps the count every layer has to.</param>
public sealed record WiredLayer(
    int Layer,
    LayerClaim Sets,
    BarRoad? Road,
    LayerClaim Keeps,
    IReadOnlyList<int> Together,
    LayerClaim HandsOn
);
