namespace Lilt.Studies.Causes.Figures;

/// <summary>How few directions of a layer carry the count, and where such directions deceive.</summary>
public sealed record SubspaceFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>The layer that keeps the count, from 1; the others are shown for what such directions do there.</summary>
    public required int Layer { get; init; }

    /// <summary>k in eighths.</summary>
    public required int Dose { get; init; }

    /// <summary>The level of the intervals over tunes, 0 to 1.</summary>
    public required double Level { get; init; }

    /// <summary>What was tried.</summary>
    public required IReadOnlyList<SubspaceRow> Rows { get; init; }
}
