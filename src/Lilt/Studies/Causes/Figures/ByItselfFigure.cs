namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 7: measure tokens forbidden, does the count run on?</summary>
public sealed record ByItselfFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>M in eighths.</summary>
    public required double Measure { get; init; }

    /// <summary>How many times the network wrote on from a bar.</summary>
    public required int Count { get; init; }

    /// <summary>B, before measure tokens are forbidden, by the duration since the bar.</summary>
    public required IReadOnlyList<PlaceMean> Places { get; init; }

    /// <summary>How much B at M, 2M and 3M is over the highest of the half measure before, nats.</summary>
    public required IReadOnlyList<RiseAtMeasure> Rises { get; init; }
}
