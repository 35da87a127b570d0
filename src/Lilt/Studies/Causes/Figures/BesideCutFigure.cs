namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 13: what cutting says of the same layers.</summary>
public sealed record BesideCutFigure : Figure
{
    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<BesideCutLayer> Layers { get; init; }
}
