namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 2: what is counted.</summary>
public sealed record CountFigure : Figure
{
    /// <summary>B on natural measures, a meter each.</summary>
    public required IReadOnlyList<CountMeter> Meters { get; init; }

    /// <summary>All layers interchanged with places that differ in one thing alone.</summary>
    public required IReadOnlyList<MatchedCount> Matched { get; init; }

    /// <summary>States put into tunes of another meter.</summary>
    public required IReadOnlyList<CrossedMeter> Crossings { get; init; }
}
