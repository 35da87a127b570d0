namespace Lilt.Network;

/// <summary>All weights of a network as plain arrays: what files hold and what training changes.</summary>
public sealed class NetworkWeights
{
    /// <summary>Weights of a shape, all zero.</summary>
    public NetworkWeights(NetworkShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.Layers, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.Units, 1, nameof(shape));
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.Tokens, 2, nameof(shape));
        Shape = shape;
        LayerWeights[] layers = new LayerWeights[shape.Layers];
        for (int layer = 1; layer <= shape.Layers; layer++)
        {
            layers[layer - 1] = new LayerWeights(shape.InputsOf(layer), shape.Units);
        }

        Layers = layers;
        OutputWeights = new float[checked(shape.Units * shape.Tokens)];
        OutputBias = new float[shape.Tokens];
    }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape { get; }

    /// <summary>Layer 1 first.</summary>
    public IReadOnlyList<LayerWeights> Layers { get; }

    /// <summary>[H, V]: row u is what unit u of the last layer adds to each token's logit.</summary>
    public float[] OutputWeights { get; }

    /// <summary>[V].</summary>
    public float[] OutputBias { get; }

    /// <summary>A view of these weights that cannot write them.</summary>
    public ReadOnlyWeights AsReadOnly() => new(this);

    /// <summary>
    /// Every array, in the one order of files and of the hash: by layer, by gate input weights, recurrent weights and bias, then c and h
    /// before the first step; last the output weights and their bias.
    /// </summary>
    internal IEnumerable<float[]> InOrder()
    {
        foreach (LayerWeights layer in Layers)
        {
            for (int gate = 0; gate < layer.Biases.Count; gate++)
            {
                yield return layer.InputWeights[gate];
                yield return layer.RecurrentWeights[gate];
                yield return layer.Biases[gate];
            }

            yield return layer.InitialCell;
            yield return layer.InitialHidden;
        }

        yield return OutputWeights;
        yield return OutputBias;
    }
}
