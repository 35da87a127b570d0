namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 11: the section's count.</summary>
public sealed record SectionFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>How many measures the sections have.</summary>
    public required int Length { get; init; }

    /// <summary>How many sections of that length there are.</summary>
    public required int Sections { get; init; }

    /// <summary>The measure, from 1, in whose middle states are interchanged.</summary>
    public required int TargetMeasure { get; init; }

    /// <summary>The level of the intervals over tunes, 0 to 1.</summary>
    public required double Level { get; init; }

    /// <summary>What interchanges did.</summary>
    public required IReadOnlyList<SectionSwap> Swaps { get; init; }
}
