namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 6: what each layer's output moves.</summary>
public sealed record MovesFigure : Figure
{
    /// <summary>One a meter.</summary>
    public required IReadOnlyList<MoveMeter> Meters { get; init; }
}
