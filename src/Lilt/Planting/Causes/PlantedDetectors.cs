using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>Units without memory that are on while a count stands on one side of a place.</summary>
internal static class PlantedDetectors
{
    // So sure that half of an eighth more or less is no matter.
    private const double Scale = 12;

    // More than any count can say against it.
    private const double Never = -20 * CausalWiring.Sure;

    // More than a full count says for it.
    private const double Needed = 4 * CausalWiring.Sure;

    /// <summary>Plants detectors.</summary>
    /// <param name="wiring">The network.</param>
    /// <param name="layer">Where.</param>
    /// <param name="count">How many.</param>
    /// <param name="reading">What they read.</param>
    /// <param name="open">What is to go where they are on.</param>
    /// <param name="shut">What is to go where they are off: 1 more or less.</param>
    /// <param name="unless">What keeps them off, because the count is being set: where they read it as it was before.</param>
    /// <param name="mean">What they need besides; null for nothing.</param>
    public static PlantedSignal Plant(
        CausalWiring wiring,
        int layer,
        int count,
        CountReading reading,
        double open,
        double shut,
        IReadOnlyList<PlantedSignal> unless,
        PlantedSignal? mean
    )
    {
        PlantedSignal detectors = wiring.Switch(layer, PlantedRole.Detector, count, 0);
        foreach (int unit in detectors.Units)
        {
            double bias = reading.Aim(unit, Gate.Output, open, shut, Scale);
            foreach (PlantedSignal signal in unless)
            {
                wiring.Listen(layer, unit, Gate.Output, signal, Never);
            }

            if (mean is not null)
            {
                wiring.Listen(layer, unit, Gate.Output, mean, Needed);
                bias -= Needed;
            }

            wiring.Units.Bias(layer, unit, Gate.Output, bias);
        }

        return detectors;
    }
}
