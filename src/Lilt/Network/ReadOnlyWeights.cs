namespace Lilt.Network;

/// <summary>The weights of a model, to be read alone: a view of <see cref="NetworkWeights"/> that copies nothing.</summary>
public sealed class ReadOnlyWeights
{
    private readonly NetworkWeights weights;

    internal ReadOnlyWeights(NetworkWeights weights)
    {
        this.weights = weights;
        Layers = [.. weights.Layers.Select(layer => new ReadOnlyLayerWeights(layer))];
    }

    /// <summary>S, H and V.</summary>
    public NetworkShape Shape => weights.Shape;

    /// <summary>Layer 1 first.</summary>
    public IReadOnlyList<ReadOnlyLayerWeights> Layers { get; }

    /// <summary>[H, V]: row u is what unit u of the last layer adds to each token's logit.</summary>
    public ReadOnlyMemory<float> OutputWeights => weights.OutputWeights;

    /// <summary>[V].</summary>
    public ReadOnlyMemory<float> OutputBias => weights.OutputBias;

    /// <summary>The same weights in arrays of their own, to be changed and made a model of.</summary>
    public NetworkWeights Copy()
    {
        NetworkWeights copy = new(Shape);
        foreach ((float[] to, float[] from) in copy.InOrder().Zip(weights.InOrder()))
        {
            from.CopyTo(to, 0);
        }

        return copy;
    }

    /// <inheritdoc cref="NetworkWeights.InOrder"/>
    internal IEnumerable<ReadOnlyMemory<float>> InOrder() => weights.InOrder().Select(values => (ReadOnlyMemory<float>)values);
}
