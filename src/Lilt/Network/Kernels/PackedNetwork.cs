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
        Output = new ProductMatrix(Shape.Units, Shape.Tokens, [(weights.OutputWeights, Shape.Tokens, 0)]);
        OutputBias = new float[Output.PaddedColumns];
        weights.OutputBias.CopyTo(OutputBias, 0);
    }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape { get; }

    /// <summary>Layer 1 first.</summary>
    public IReadOnlyList<PackedLayer> Layers { get; }

    /// <summary>[H, V].</summary>
    public ProductMatrix Output { get; }

    /// <summary>[V], padded.</summary>
    public float[] OutputBias { get; }
}
