namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 3: what an interchange does to the bars that follow.</summary>
public sealed record SwapFigure : Figure
{
    /// <summary>One a meter.</summary>
    public required IReadOnlyList<SwapMeter> Meters { get; init; }
}
