namespace Lilt.Network;

/// <summary>The weights of one LSTM layer, each gate's apart.</summary>
/// <remarks>All arrays are row-major float32. A row of <see cref="InputWeights"/> is one input's outgoing weights.</remarks>
public sealed class LayerWeights
{
    private const int Gates = 4;

    /// <param name="inputs">What the layer reads: V for layer 1, H for the others.</param>
    /// <param name="units">H.</param>
    public LayerWeights(int inputs, int units)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(units);
        Inputs = inputs;
        Units = units;
        InputWeights = Arrays(checked(inputs * units));
        RecurrentWeights = Arrays(checked(units * units));
        Biases = Arrays(units);
        InitialCell = new float[units];
        InitialHidden = new float[units];
    }

    /// <summary>Terms read from below.</summary>
    public int Inputs { get; }

    /// <summary>H.</summary>
    public int Units { get; }

    /// <summary>By <see cref="Gate"/>: [inputs, H].</summary>
    public IReadOnlyList<float[]> InputWeights { get; }

    /// <summary>By <see cref="Gate"/>: [H, H], row k the weights that leave unit k.</summary>
    public IReadOnlyList<float[]> RecurrentWeights { get; }

    /// <summary>By <see cref="Gate"/>: [H].</summary>
    public IReadOnlyList<float[]> Biases { get; }

    /// <summary>c before the first step, [H].</summary>
    public float[] InitialCell { get; }

    /// <summary>h before the first step, [H].</summary>
    public float[] InitialHidden { get; }

    private static float[][] Arrays(int length)
    {
        float[][] arrays = new float[Gates][];
        for (int gate = 0; gate < Gates; gate++)
        {
            arrays[gate] = new float[length];
        }

        return arrays;
    }
}
