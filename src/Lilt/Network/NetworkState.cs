namespace Lilt.Network;

/// <summary>What a network keeps from one step to the next: c and h of every layer.</summary>
/// <param name="values">[2S, H]: c then h of layer 1, of layer 2, and so on. Not copied.</param>
/// <param name="units">H.</param>
internal sealed class NetworkState(float[] values, int units)
{
    /// <summary>[2S, H]: c then h of layer 1, of layer 2, and so on.</summary>
    public float[] Values => values;

    /// <summary>c or h of a layer, [H].</summary>
    public Span<float> this[Site site] => values.AsSpan(((2 * (site.Layer - 1)) + (site.Kind == SiteKind.Hidden ? 1 : 0)) * units, units);

    /// <summary>c and h of a layer, one behind the other, [2H].</summary>
    public Span<float> Layer(int layer) => values.AsSpan(2 * (layer - 1) * units, 2 * units);

    /// <summary>Room for a state.</summary>
    public static NetworkState Of(NetworkShape shape) => new(new float[2 * shape.Layers * shape.Units], shape.Units);

    /// <summary>Takes over what a slot of a batch keeps.</summary>
    public void Read(StepBatch batch, int slot)
    {
        for (int layer = 1; layer <= batch.Shape.Layers; layer++)
        {
            batch.Cell(slot, layer).CopyTo(this[Site.C(layer)]);
            batch.Hidden(slot, layer).CopyTo(this[Site.H(layer)]);
        }
    }

    /// <summary>Gives it to a slot of a batch.</summary>
    public void Write(StepBatch batch, int slot)
    {
        for (int layer = 1; layer <= batch.Shape.Layers; layer++)
        {
            this[Site.C(layer)].CopyTo(batch.Memory(slot, Site.C(layer)));
            this[Site.H(layer)].CopyTo(batch.Memory(slot, Site.H(layer)));
        }
    }
}
