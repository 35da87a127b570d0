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
}
