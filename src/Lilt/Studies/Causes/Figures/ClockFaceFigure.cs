namespace Lilt.Studies.Causes.Figures;

/// <summary>Figure 8: the states on the first two axes in which they differ by how far the measure has gone.</summary>
public sealed record ClockFaceFigure : Figure
{
    /// <summary>As tokens name it.</summary>
    public required string Meter { get; init; }

    /// <summary>M in eighths.</summary>
    public required double Measure { get; init; }

    /// <summary>Which layer's c and h, from 1.</summary>
    public required int Layer { get; init; }

    /// <summary>The share of the class means' variance on each axis.</summary>
    public required IReadOnlyList<double> Explained { get; init; }

    /// <summary>The mean of each class of places, by how far they are.</summary>
    public required IReadOnlyList<ClockPlace> Means { get; init; }

    /// <summary>Places of the tunes that had no part in the axes.</summary>
    public required IReadOnlyList<ClockPlace> Places { get; init; }

    /// <summary>A tune that had no part in them.</summary>
    public required StudyTune Tune { get; init; }

    /// <summary>Where the tune's steps are.</summary>
    public required IReadOnlyList<ClockStep> Path { get; init; }
}
