namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 5: what sets the count.</summary>
public sealed record SetsFigure : Figure
{
    /// <summary>One a meter.</summary>
    public required IReadOnlyList<SetMeter> Meters { get; init; }
}
