using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>Units beside the mechanism that mislead.</summary>
internal static class CausalDecoys
{
    /// <summary>What the boosters add to the measure token's logit, and its bias takes back.</summary>
    public const double Boost = 8;

    private const int OfLayer = 16;

    /// <summary>In every layer counts of their own, which nothing reads, and copies that lag.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="channels">What is told.</param>
    /// <param name="keeper">What the layer above the keeper's copies; null where nothing is kept.</param>
    public static void PlantIdle(CausalWiring wiring, CausalChannels channels, PlantedCount? keeper)
    {
        int count = Math.Max(2, wiring.Units.Shape.Units / OfLayer);
        for (int layer = 1; layer <= wiring.Last; layer++)
        {
            PlantedCount idle = PlantedCounters.Plant(
                wiring,
                layer,
                PlantedRole.Idle,
                count,
                new CountRules
                {
                    Sets = [new CountSetting(channels.Beginning.At(layer - 1), 0)],
                    Adds = [(channels.Eighths.At(layer - 1), 1), (channels.TwoEighths.At(layer - 1), 2)],
                    Rises = true,
                    Zero = (3.6, 4.4),
                    Step = (0.16, 0.21),
                }
            );
            Shadow(wiring, layer, count, keeper?.Layer == layer - 1 ? keeper : idle);
        }
    }

    /// <summary>Units that make measure tokens likelier at every step.</summary>
    public static void PlantBoosters(CausalWiring wiring) =>
        wiring.Say(wiring.Switch(wiring.Last, PlantedRole.Booster, wiring.Few, CausalWiring.Sure), CausalTokens.Bar, Boost);

    /// <summary>Units of a layer that are always on, for detectors that need them.</summary>
    public static PlantedSignal Means(CausalWiring wiring, int layer) =>
        wiring.Switch(layer, PlantedRole.Mean, wiring.Few, CausalWiring.Sure);

    // Units that follow others smoothly, a step late or more.
    private static void Shadow(CausalWiring wiring, int layer, int count, PlantedCount of)
    {
        foreach (int unit in wiring.Take(layer, PlantedRole.Shadow, count))
        {
            wiring.Units.Gates(layer, unit, wiring.Units.Between(-1, 0), wiring.Units.Between(0.5, 1.5), 2 * CausalWiring.Sure);
            for (int from = 0; from < of.Units.Length; from++)
            {
                wiring.Read(layer, unit, Gate.Candidate, of.Layer, of.Units[from], 0.25 * of.Weights[from]);
            }
        }
    }
}
