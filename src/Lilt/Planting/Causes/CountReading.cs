using Lilt.Network;

namespace Lilt.Planting.Causes;

/// <summary>
/// How units of a layer read one count or a sum of several: those of the layer below as they are, those of their own layer as they were a
/// step before, with what the step itself adds.
/// </summary>
internal sealed class CountReading
{
    private const int FourFour = 8;
    private const int SixEight = 6;
    private readonly CausalWiring wiring;
    private readonly int layer;

    /// <param name="wiring">The network.</param>
    /// <param name="layer">Of the units that read.</param>
    /// <param name="parts">What is read, and how often each counts.</param>
    public CountReading(CausalWiring wiring, int layer, params IReadOnlyList<(PlantedCount Count, double Times)> parts)
    {
        this.wiring = wiring;
        this.layer = layer;
        Parts = parts;
    }

    public IReadOnlyList<(PlantedCount Count, double Times)> Parts { get; }

    /// <summary>What takes from what is to go in the step under way; needed where a count is of the readers' own layer.</summary>
    public IReadOnlyList<(PlantedSignal On, double Amount)> Takes { get; init; } = [];

    /// <summary>What every step takes.</summary>
    public double Always { get; init; }

    /// <summary>On where a measure is of 6; null where what the counts show is what is to go, whatever the meter.</summary>
    public PlantedSignal? SixEighths { get; init; }

    /// <summary>A gate comes to +scale where so much is to go, and to −scale at another place.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="gate">The gate.</param>
    /// <param name="open">What is to go where the gate is open.</param>
    /// <param name="shut">What is to go where it is shut; beyond, it is more so.</param>
    /// <param name="scale">How surely.</param>
    /// <returns>The gate's bias, which is to be set.</returns>
    public double Aim(int unit, Gate gate, double open, double shut, double scale)
    {
        double usual = Takes.Count > 0 ? 1 : Always;
        double slope = 2 * scale / (Total(open, FourFour, usual) - Total(shut, FourFour, usual));
        double Bias(double taken, int measure) => -slope * (Total(open, measure, taken) + Total(shut, measure, taken)) / 2;

        foreach ((PlantedCount count, double times) in Parts)
        {
            for (int n = 0; n < count.Units.Length; n++)
            {
                wiring.Read(layer, unit, gate, count.Layer, count.Units[n], slope * times * count.Weights[n]);
            }
        }

        double bias = Bias(Always, FourFour);
        foreach ((PlantedSignal on, double amount) in Takes)
        {
            wiring.Listen(layer, unit, gate, on, Bias(amount, FourFour) - bias);
        }

        if (SixEighths is { } six)
        {
            wiring.Listen(layer, unit, gate, six, Bias(usual, SixEight) - Bias(usual, FourFour));
        }

        return bias;
    }

    /// <summary>The sum as it is read where so much is to go, when the step under way took so much.</summary>
    private double Total(double left, int measure, double taken) =>
        Parts.Sum(part => part.Times * part.Count.Shown(part.Count.Layer == layer ? left + taken : left, measure));
}
