namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 4: the share that each set of layers carries, by dose, c and h together and apart.</summary>
public sealed record MapFigure : Figure
{
    /// <summary>All interchanges.</summary>
    public required IReadOnlyList<InterchangeRow> Rows { get; init; }

    /// <summary>The same at the main dose, by how far the targets had gone.</summary>
    public required IReadOnlyList<EarlyRow> ByPlace { get; init; }
}
