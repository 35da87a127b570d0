using Lilt.Network;

namespace Lilt.Planting;

/// <summary>The rest of a layer: a random LSTM that reads and remembers pitches.</summary>
internal static class PlantedBustle
{
    // Standard deviations of what a unit reads in sum, at its candidate; its gates read less.
    private const double Read = 0.9;
    private const double ReadBack = 0.4;
    private const double OfGates = 0.4;
    private const double Said = 0.5;

    // About the standard deviation of h: weights are divided by it, that sums have the deviations above.
    private const double Deviation = 0.35;

    /// <summary>Takes all units that are left of every layer.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="readsBars">Whether layer 1 reads all tokens; otherwise pitches alone, with weights that sum to nothing, so that it has
    /// no part in the measures' rhythm.</param>
    public static void Plant(PlantedWiring wiring, bool readsBars)
    {
        int[] below = [];
        for (int layer = 1; layer <= wiring.Shape.Layers; layer++)
        {
            int[] units = wiring.Take(layer, PlantedRole.Bustle);
            foreach (int unit in units)
            {
                wiring.Gates(layer, unit, wiring.Between(-0.5, 1.5), wiring.Between(-1, 2), wiring.Between(0, 2));
                for (Gate gate = Gate.Input; gate <= Gate.Output; gate++)
                {
                    double scale = gate == Gate.Candidate ? 1 : OfGates;
                    if (layer == 1)
                    {
                        ReadTokens(wiring, unit, gate, scale * Read, readsBars);
                    }

                    foreach (int from in below)
                    {
                        wiring.Reads(layer, unit, gate, from, Share(wiring, scale * Read, below.Length));
                    }

                    foreach (int from in units)
                    {
                        wiring.ReadsBack(layer, unit, gate, from, Share(wiring, scale * ReadBack, units.Length));
                    }
                }
            }

            below = units;
        }

        foreach (int unit in below)
        {
            for (int pitch = PlantedTokens.FirstPitch; pitch < PlantedTokens.Count; pitch++)
            {
                wiring.Says(unit, pitch, Share(wiring, Said, below.Length));
            }
        }
    }

    private static double Share(PlantedWiring wiring, double whole, int among) => wiring.Around(whole / (Deviation * Math.Sqrt(among)));

    private static void ReadTokens(PlantedWiring wiring, int unit, Gate gate, double deviation, bool all)
    {
        int first = all ? 0 : PlantedTokens.FirstPitch;
        double[] weights = [.. Enumerable.Range(first, PlantedTokens.Count - first).Select(_ => wiring.Around(deviation))];
        double mean = all ? 0 : weights.Average();
        for (int token = first; token < PlantedTokens.Count; token++)
        {
            wiring.Reads(1, unit, gate, token, weights[token - first] - mean);
        }
    }
}
