namespace Lilt.Network.Kernels;

/// <summary>A network's weights as the kernels read them: a second copy, shared by all that run the network.</summary>
internal sealed class PackedNetwork
{
    public PackedNetwork(NetworkWeights weights)
    {
        Shape = weights.Shape;
        PackedLayer[] layers = new PackedLayer[weights.Layers.Count];
        for (int layer = 0; layer < layers.Length; layer++)
        {
            layers[layer] = new PackedLayer(weights.Layers[layer], layer == 0);
        }

        Layers = layers;
        Output = new PackedMatrix(Shape.Units, Shape.Tokens);
        Output.Fill(weights.OutputWeights, Shape.Units, Shape.Tokens, 0, 0);
        OutputBias = new float[Output.PaddedColumns];
        weights.OutputBias.CopyTo(OutputBias, 0);
    }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape { get; }

    /// <summary>Layer 1 first.</summary>
    public IReadOnlyList<PackedLayer> Layers { get; }

    /// <summary>[H, V].</summary>
    public PackedMatrix Output { get; }

    /// <summary>[V], padded.</summary>
    public float[] OutputBias { get; }
}
