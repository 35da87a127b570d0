namespace Lilt.Studies.Causes.Figures;

/// <summary>What a measure token does that is put into measures of one meter, and what undoes it.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Measure">M in eighths.</param>
/// <param name="Count">In how many measures it was put, about their middle.</param>
/// <param name="Tunes">Of how many tunes.</param>
/// <param name="Without">The mean of the highest B from the middle to the own bar, nothing put in, nats.</param>
/// <param name="WithBar">The same with a measure token put in.</param>
/// <param name="Fall">How much B falls by it.</param>
/// <param name="FallLow">The low end of its interval over tunes; null where there is none.</param>
/// <param name="FallHigh">The high end.</param>
/// <param name="Layers">What undoes it, a layer each.</param>
/// <param name="Inserted">B at the places after the token, by the distance from the measure's own beginning.</param>
/// <param name="Deleted">B in measures before which the bar was left out, by the distance from where it stood; beside it with the
/// bar.</param>
public sealed record SetMeter(
    string Meter,
    double Measure,
    int Count,
    int Tunes,
    double Without,
    double WithBar,
    double Fall,
    double? FallLow,
    double? FallHigh,
    IReadOnlyList<SetLayer> Layers,
    IReadOnlyList<PlaceMean> Inserted,
    IReadOnlyList<PlaceMean> Deleted
);
