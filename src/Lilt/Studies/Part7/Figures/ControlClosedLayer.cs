using Lilt.Studies.Control;

namespace Lilt.Studies.Part7.Figures;

/// <summary>What cutting a layer did to what the network writes on its own.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Target">T: the change that cutting the target makes, in the measure's unit.</param>
/// <param name="TargetInterval">Its 95 % interval over tunes.</param>
/// <param name="Random">R: the same of each random set.</param>
/// <param name="Difference">The 95 % interval of T − mean R.</param>
public sealed record ControlClosedLayer(
    int Layer,
    double Target,
    ControlInterval TargetInterval,
    IReadOnlyList<double> Random,
    ControlInterval Difference
)
{
    /// <summary>The mean of R; null where there are no random sets.</summary>
    public double? RandomMean => Random.Count == 0 ? null : Random.Average();
}
