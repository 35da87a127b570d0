namespace Lilt.Studies.Causes.Figures;

/// <summary>What is moved in one meter by what layers hand up.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Pairs">How many interchanges.</param>
/// <param name="Tunes">Targets in how many tunes.</param>
/// <param name="Without">The mean of B in the middle of measures, nothing done, nats.</param>
/// <param name="Donors">The mean of B at the donors' boundaries.</param>
/// <param name="BoundaryWithout">The mean of B at the boundaries to which a middle is handed.</param>
/// <param name="Layers">A layer each.</param>
public sealed record MoveMeter(
    string Meter,
    int Pairs,
    int Tunes,
    double Without,
    double Donors,
    double BoundaryWithout,
    IReadOnlyList<MoveLayer> Layers
);
