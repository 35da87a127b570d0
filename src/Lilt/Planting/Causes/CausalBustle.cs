using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>The rest of a layer: a random LSTM that reads and remembers pitches, and hears a little of the mechanism.</summary>
internal static class CausalBustle
{
    // Standard deviations of what a unit reads in sum, at its candidate; its gates read less.
    private const double Read = 0.9;
    private const double ReadBack = 0.4;
    private const double Heard = 0.15;
    private const double OfGates = 0.4;
    private const double Said = 0.4;

    // About the standard deviation of h: weights are divided by it, that sums have the deviations above.
    private const double Deviation = 0.35;

    private static readonly int[] Pitches = [.. CausalTokens.Durable, .. CausalTokens.Brief];

    /// <summary>Takes all units that are left of every layer.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="forgetful">The layers above this one keep nothing.</param>
    public static void Plant(CausalWiring wiring, int forgetful)
    {
        PlantedWiring weights = wiring.Units;
        int[] below = [];
        int[] others = [];
        for (int layer = 1; layer <= wiring.Last; layer++)
        {
            int[] units = weights.Take(layer, PlantedRole.Bustle);
            foreach (int unit in units)
            {
                bool remembers = layer <= forgetful;
                weights.Gates(
                    layer,
                    unit,
                    weights.Between(-0.5, 1.5),
                    remembers ? weights.Between(-1, 2) : -2 * CausalWiring.Sure,
                    weights.Between(0, 2)
                );
                for (Gate gate = Gate.Input; gate <= Gate.Output; gate++)
                {
                    double scale = gate == Gate.Candidate ? 1 : OfGates;
                    if (layer == 1)
                    {
                        ReadPitches(weights, unit, gate, scale * Read);
                    }

                    Array.ForEach(below, from => weights.Reads(layer, unit, gate, from, Share(weights, scale * Read, below.Length)));
                    Array.ForEach(others, from => weights.Reads(layer, unit, gate, from, Share(weights, scale * Heard, others.Length)));
                    if (remembers)
                    {
                        Array.ForEach(
                            units,
                            from => weights.ReadsBack(layer, unit, gate, from, Share(weights, scale * ReadBack, units.Length))
                        );
                    }
                }
            }

            below = units;
            others = [.. Enumerable.Range(0, weights.Shape.Units).Except(units)];
        }

        foreach (int unit in below)
        {
            Array.ForEach(Pitches, pitch => weights.Says(unit, pitch, Share(weights, Said, below.Length)));
        }
    }

    private static double Share(PlantedWiring weights, double whole, int among) => weights.Around(whole / (Deviation * Math.Sqrt(among)));

    // Weights that sum to nothing: what is remembered of pitches has no part in the measures' rhythm.
    private static void ReadPitches(PlantedWiring wiring, int unit, Gate gate, double deviation)
    {
        double[] weights = [.. Pitches.Select(_ => wiring.Around(deviation))];
        double mean = weights.Average();
        for (int n = 0; n < Pitches.Length; n++)
        {
            wiring.Reads(1, unit, gate, Pitches[n], weights[n] - mean);
        }
    }
}
