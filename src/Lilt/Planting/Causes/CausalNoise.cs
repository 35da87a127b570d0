using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>Small weights between all units, and from all tokens: nothing of a planted network is 0 but what must be.</summary>
internal static class CausalNoise
{
    // Standard deviations of what a unit reads of it in sum.
    private const double AtGates = 0.3;
    private const double AtCandidates = 0.02;
    private const double AtLogits = 0.1;

    // About the standard deviation of h.
    private const double Deviation = 0.35;

    /// <summary>Adds it to every weight of a finished network.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="forgetful">The layers above this one read nothing of themselves.</param>
    /// <param name="atCounters">The standard deviation of what a counter's candidate reads of it: much less than its step.</param>
    public static void Add(CausalWiring wiring, int forgetful, double atCounters)
    {
        PlantedWiring weights = wiring.Units;
        int units = weights.Shape.Units;
        double share = 1 / (Deviation * Math.Sqrt(2 * units));
        for (int layer = 1; layer <= wiring.Last; layer++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                for (Gate gate = Gate.Input; gate <= Gate.Output; gate++)
                {
                    double whole = Whole(weights.Roles(layer)[unit], gate, atCounters);
                    int inputs = weights.Shape.InputsOf(layer);
                    for (int from = 0; from < inputs; from++)
                    {
                        weights.Reads(layer, unit, gate, from, weights.Around(layer == 1 ? whole : whole * share));
                    }

                    for (int from = 0; layer <= forgetful && from < units; from++)
                    {
                        weights.ReadsBack(layer, unit, gate, from, weights.Around(whole * share));
                    }
                }
            }
        }

        for (int unit = 0; unit < units; unit++)
        {
            for (int token = 0; token < weights.Shape.Tokens; token++)
            {
                weights.Says(unit, token, weights.Around(AtLogits / (Deviation * Math.Sqrt(units))));
            }
        }
    }

    private static double Whole(PlantedRole role, Gate gate, double atCounters) =>
        (role, gate) switch
        {
            (PlantedRole.Counter or PlantedRole.Idle or PlantedRole.Copy, Gate.Candidate) => atCounters,
            (_, Gate.Candidate) => AtCandidates,
            (_, _) => AtGates,
        };
}
