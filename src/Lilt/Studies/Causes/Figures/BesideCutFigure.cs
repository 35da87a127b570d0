namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 13: what cutting says of the same layers.</summary>
public sealed record BesideCutFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>Tunes that every cut network read.</summary>
    public required int Tunes { get; init; }

    /// <summary>The most random sets a layer and way of cutting.</summary>
    public required int Sets { get; init; }

    /// <summary>The timing contrast of the uncut network, nats.</summary>
    public required double Uncut { get; init; }

    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<BesideCutLayer> Layers { get; init; }
}
