namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 1: which layer reads the bar, which keeps the count, which hands it on.</summary>
public sealed record WiringFigure : Figure
{
    /// <summary>The layers, from 1.</summary>
    public required IReadOnlyList<WiredLayer> Layers { get; init; }

    /// <summary>What is counted.</summary>
    public required CountedThing Counted { get; init; }

    /// <summary>In what form.</summary>
    public required CountDirection Direction { get; init; }

    /// <summary>The whole in one sentence.</summary>
    public required string Sentence { get; init; }
}
