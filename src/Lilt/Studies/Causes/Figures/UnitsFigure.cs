namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 9: how many units carry the count.</summary>
public sealed record UnitsFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>Of which layer, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>A curve a ranking, interchanged and left out.</summary>
    public required IReadOnlyList<UnitCurve> Curves { get; init; }
}
