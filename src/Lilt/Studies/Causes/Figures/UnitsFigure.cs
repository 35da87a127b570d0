namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 9: how many units carry the count.</summary>
public sealed record UnitsFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>Of which layer, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>k in eighths.</summary>
    public required int Dose { get; init; }

    /// <summary>Between how many pairs of places, of tunes that had no part in finding.</summary>
    public required int Pairs { get; init; }

    /// <summary>The level of the intervals over tunes, 0 to 1.</summary>
    public required double Level { get; init; }

    /// <summary>A curve a ranking, interchanged and left out.</summary>
    public required IReadOnlyList<UnitCurve> Curves { get; init; }
}
