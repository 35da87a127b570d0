using Lilt.Assessment;

namespace Lilt.Sweeping.Results;

/// <summary>What a plan of a sweep does to the tunes of a network at a temperature, over all of the sweep's headers.</summary>
/// <param name="Model">The network's name.</param>
/// <param name="Temperature">The temperature.</param>
/// <param name="Plan">The plan's name.</param>
/// <param name="Effect">
/// The figures beside those of the network as it is, and their differences; a seed's tunes under all headers are drawn together, so that
/// intervals are over seeds.
/// </param>
/// <param name="P">[figures] Two-sided, of the difference, by swapping; not a number where it is not defined.</param>
/// <param name="Q">[figures] The same after Benjamini and Hochberg, over the plans of one network and temperature.</param>
public sealed record ConditionEffect(
    string Model,
    float Temperature,
    string Plan,
    TuneEffect Effect,
    IReadOnlyList<double> P,
    IReadOnlyList<double> Q
);
