namespace Lilt.Studies.Causes.Figures;

/// <summary>B on the natural measures of one meter.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Measure">M in eighths.</param>
/// <param name="Tunes">Tunes with enough full inner measures.</param>
/// <param name="Written">Tunes altogether.</param>
/// <param name="FullMeasures">Measures that are full and inner.</param>
/// <param name="Measures">Measures altogether, empty ones left out.</param>
/// <param name="Cells">Means by duration and tokens since the bar.</param>
public sealed record CountMeter(
    string Meter,
    double Measure,
    int Tunes,
    int Written,
    int FullMeasures,
    int Measures,
    IReadOnlyList<CountCell> Cells
);
