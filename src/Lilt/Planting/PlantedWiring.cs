using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Planting;

/// <summary>Weights under construction: who has which role, and what each reads.</summary>
internal sealed class PlantedWiring
{
    /// <summary>h of a unit without memory whose candidate is driven hard: tanh(1).</summary>
    public const float Full = 0.7615942f;

    private const float Open = 20;
    private const float Shut = -20;

    private readonly PlantedRole[][] roles;
    private readonly Queue<int>[] free;
    private SplitMix64 random;

    public PlantedWiring(NetworkShape shape, Seed seed)
    {
        Weights = new NetworkWeights(shape);
        random = new SplitMix64(seed.Derive("wiring"));
        roles = [.. Enumerable.Range(0, shape.Layers).Select(_ => new PlantedRole[shape.Units])];
        free = [.. Enumerable.Range(0, shape.Layers).Select(_ => Shuffled(shape.Units))];
    }

    public NetworkWeights Weights { get; }

    public NetworkShape Shape => Weights.Shape;

    /// <summary>Units of a layer that have no role yet, as many as asked for or all that are left, in random places.</summary>
    public int[] Take(int layer, PlantedRole role, int count = int.MaxValue)
    {
        int[] units = new int[Math.Min(count, free[layer - 1].Count)];
        for (int n = 0; n < units.Length; n++)
        {
            units[n] = free[layer - 1].Dequeue();
            roles[layer - 1][units[n]] = role;
        }

        return units;
    }

    public IReadOnlyList<PlantedRole> Roles(int layer) => roles[layer - 1];

    /// <summary>The units of a role.</summary>
    public int[] Units(int layer, PlantedRole role) => [.. Enumerable.Range(0, Shape.Units).Where(unit => roles[layer - 1][unit] == role)];

    /// <summary>Uniform between two numbers.</summary>
    public double Between(double low, double high) => low + ((high - low) * (random.Next() >> 11) * Math.ScaleB(1, -53));

    /// <summary>Uniform about 0, with a standard deviation.</summary>
    public double Around(double deviation) => Between(-Math.Sqrt(3) * deviation, Math.Sqrt(3) * deviation);

    /// <summary>h = tanh(tanh(what the candidate reads)): nothing is kept.</summary>
    public void WithoutMemory(int layer, int unit) => Gates(layer, unit, Open, Shut, Open);

    /// <summary>The biases of the three gates.</summary>
    public void Gates(int layer, int unit, double input, double forget, double output)
    {
        Bias(layer, unit, Gate.Input, input);
        Bias(layer, unit, Gate.Forget, forget);
        Bias(layer, unit, Gate.Output, output);
    }

    public void Bias(int layer, int unit, Gate gate, double value) => Weights.Layers[layer - 1].Biases[(int)gate][unit] = (float)value;

    /// <summary>What a unit reads from below: a token in layer 1, a unit of the layer under it in the others.</summary>
    public void Reads(int layer, int unit, Gate gate, int below, double weight) =>
        Weights.Layers[layer - 1].InputWeights[(int)gate][(below * Shape.Units) + unit] += (float)weight;

    /// <summary>What a unit reads of its own layer, a step late.</summary>
    public void ReadsBack(int layer, int unit, Gate gate, int from, double weight) =>
        Weights.Layers[layer - 1].RecurrentWeights[(int)gate][(from * Shape.Units) + unit] += (float)weight;

    /// <summary>What a unit of the last layer adds to a token's logit.</summary>
    public void Says(int unit, int token, double weight) => Weights.OutputWeights[(unit * Shape.Tokens) + token] += (float)weight;

    private Queue<int> Shuffled(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order.AsSpan());
        return new Queue<int>(order);
    }
}
