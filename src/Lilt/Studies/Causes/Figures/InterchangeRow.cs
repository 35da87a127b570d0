using Lilt.Studies.Causes.Interchange;

namespace Lilt.Studies.Causes.Figures;

/// <summary>What interchanges of one set of parts at one dose did in one meter.</summary>
/// <param name="Meter">As tokens name it.</param>
/// <param name="Layers"><c>2</c>, <c>1+2</c>, <c>all</c>.</param>
/// <param name="Part">c and h, or one of them.</param>
/// <param name="Dose">k in eighths: how much further in its measure the donor was; 0 for shams.</param>
/// <param name="Pairs">How many interchanges.</param>
/// <param name="Tunes">Targets in how many tunes.</param>
/// <param name="DonorBoundary">The mean of B where the bar is due by the donor's count, nats; of shams, two eighths before the own
/// bar.</param>
/// <param name="DonorBoundaryWithout">The same without an interchange.</param>
/// <param name="OwnBoundary">The mean of B at the target's own bar.</param>
/// <param name="OwnBoundaryWithout">The same without an interchange.</param>
/// <param name="F">The share that the parts carry of what all layers carry: at the donor's boundary for k over 0, at the own one for k under
/// 0; null for shams and where all layers move nothing.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
public sealed record InterchangeRow(
    string Meter,
    string Layers,
    StatePart Part,
    int Dose,
    int Pairs,
    int Tunes,
    double DonorBoundary,
    double DonorBoundaryWithout,
    double OwnBoundary,
    double OwnBoundaryWithout,
    double? F,
    double? Low,
    double? High
);
