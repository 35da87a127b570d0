namespace Lilt.Studio.Analyses;

/// <summary>A unit around an event, on this tune alone: descriptive.</summary>
/// <param name="Event">The event.</param>
/// <param name="Offsets">Steps from the event, ascending.</param>
/// <param name="Mean">The mean of the unit there.</param>
/// <param name="Sem">Its standard error over the events; null where there is one.</param>
/// <param name="N">How many events.</param>
/// <param name="R">The point-biserial correlation; null where the event is at every counted step or at none.</param>
public sealed record UnitEventView(
    BoundEvent Event,
    IReadOnlyList<int> Offsets,
    IReadOnlyList<double> Mean,
    IReadOnlyList<double?> Sem,
    int N,
    double? R
);
