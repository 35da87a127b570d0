using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Planting.Causes;

/// <summary>Weights under construction, written in signals: groups of units that switch together.</summary>
/// <remarks>
/// A switch keeps nothing: its input gate is open and its forget gate shut, its candidate is a constant of its own, and its output gate
/// reads what switches it, so that h is 0 or a level, whatever small weights it reads besides. What is read of a group is shared among its
/// units unequally.
/// </remarks>
internal sealed class CausalWiring
{
    /// <summary>What a gate reads that is open or shut for good: σ(12) is 1 − 6·10⁻⁶.</summary>
    public const double Sure = 12;

    private const int UnitsAWitness = 24;
    private const double LeastDrive = 0.6;
    private const double MostDrive = 2;
    private const double SmallestShare = 0.6;
    private const double LargestShare = 1.4;

    public CausalWiring(NetworkShape shape, Seed seed)
    {
        Units = new PlantedWiring(shape, seed);
        Few = Math.Max(2, shape.Units / UnitsAWitness);
    }

    /// <summary>The weights themselves.</summary>
    public PlantedWiring Units { get; }

    /// <summary>How many units a signal has.</summary>
    public int Few { get; }

    /// <summary>The last layer.</summary>
    public int Last => Units.Shape.Layers;

    /// <summary>Units of a layer for a role.</summary>
    /// <exception cref="InvalidOperationException">The layer has too few left.</exception>
    public int[] Take(int layer, PlantedRole role, int count)
    {
        int[] units = Units.Take(layer, role, count);
        return units.Length == count ? units : throw new InvalidOperationException($"Layer {layer} has no {count} units left for {role}.");
    }

    /// <summary>Numbers of sum 1, unlike each other.</summary>
    public double[] Shares(int count)
    {
        double[] shares = [.. Enumerable.Range(0, count).Select(_ => Units.Between(SmallestShare, LargestShare))];
        double sum = shares.Sum();
        return [.. shares.Select(share => share / sum)];
    }

    /// <summary>A gate of a unit reads so much while a signal is on: of the layer below at once, of its own layer a step late.</summary>
    public void Listen(int layer, int unit, Gate gate, PlantedSignal signal, double weight)
    {
        double[] shares = signal.Layer == 0 ? signal.Levels : Shares(signal.Units.Length);
        for (int n = 0; n < signal.Units.Length; n++)
        {
            Read(layer, unit, gate, signal.Layer, signal.Units[n], weight * shares[n] / signal.Levels[n]);
        }
    }

    /// <summary>A gate of a unit reads a unit of a layer, or a token.</summary>
    public void Read(int layer, int unit, Gate gate, int fromLayer, int from, double weight)
    {
        if (fromLayer == layer)
        {
            Units.ReadsBack(layer, unit, gate, from, weight);
        }
        else if (fromLayer == layer - 1)
        {
            Units.Reads(layer, unit, gate, from, weight);
        }
        else
        {
            throw new InvalidOperationException($"Layer {layer} doesn't read layer {fromLayer}.");
        }
    }

    /// <summary>Units that are on while their output gate reads more than 0.</summary>
    /// <param name="layer">From 1.</param>
    /// <param name="role">What they are for.</param>
    /// <param name="count">How many.</param>
    /// <param name="bias">What the gate reads by itself.</param>
    /// <param name="terms">What it reads while a signal is on.</param>
    public PlantedSignal Switch(int layer, PlantedRole role, int count, double bias, params (PlantedSignal On, double Weight)[] terms)
    {
        int[] units = Take(layer, role, count);
        double[] levels = new double[count];
        for (int n = 0; n < count; n++)
        {
            levels[n] = Drive(layer, units[n]);
            Units.Gates(layer, units[n], 2 * Sure, -2 * Sure, bias);
            foreach ((PlantedSignal on, double weight) in terms)
            {
                Listen(layer, units[n], Gate.Output, on, weight);
            }
        }

        return new PlantedSignal(layer, units, levels);
    }

    /// <summary>Units that are on from the time that one signal was on until the other was; off before the first step.</summary>
    public PlantedSignal Remember(int layer, PlantedRole role, int count, PlantedSignal on, PlantedSignal off)
    {
        int[] units = Take(layer, role, count);
        double[] levels = new double[count];
        for (int n = 0; n < count; n++)
        {
            levels[n] = Drive(layer, units[n]);
            Units.Gates(layer, units[n], -Sure, Sure, 2 * Sure);
            Listen(layer, units[n], Gate.Input, on, 2 * Sure);
            Listen(layer, units[n], Gate.Forget, on, -2 * Sure);
            Listen(layer, units[n], Gate.Forget, off, -2 * Sure);
        }

        return new PlantedSignal(layer, units, levels);
    }

    /// <summary>A signal of the last layer adds so much to a token's logit while it is on.</summary>
    public void Say(PlantedSignal signal, int token, double weight)
    {
        double[] shares = Shares(signal.Units.Length);
        for (int n = 0; n < signal.Units.Length; n++)
        {
            Units.Says(signal.Units[n], token, weight * shares[n] / signal.Levels[n]);
        }
    }

    /// <summary>A candidate that is always the same, another for each unit.</summary>
    /// <returns>h while the gates are open.</returns>
    private double Drive(int layer, int unit)
    {
        double drive = Units.Between(LeastDrive, MostDrive);
        Units.Bias(layer, unit, Gate.Candidate, drive);
        return Math.Tanh(Math.Tanh(drive));
    }
}
