using Lilt.Network;
using Lilt.Subspaces;

namespace Lilt.Studies.Causes.Interchange;

/// <summary>Which parts of a state are interchanged: layers, c or h or both of them, some units, or what lies along directions.</summary>
internal sealed record SwappedParts
{
    /// <summary>From 1, ascending.</summary>
    public required IReadOnlyList<int> Layers { get; init; }

    /// <summary>Of each layer.</summary>
    public StatePart Part { get; init; }

    /// <summary>The units of each layer, from 0; null for all.</summary>
    public IReadOnlyList<int>? Units { get; init; }

    /// <summary>Directions of the one layer's c and h together; null for all of it.</summary>
    public Subspace? Directions { get; init; }

    /// <summary>Directions along which the same states lie as far apart as these are moved; null where they are moved their own way.</summary>
    public Subspace? AsLongAs { get; init; }

    /// <summary>A whole layer.</summary>
    public static SwappedParts Layer(int layer, StatePart part = StatePart.Both) => new() { Layers = [layer], Part = part };

    /// <summary>All layers.</summary>
    public static SwappedParts All(NetworkShape shape, StatePart part = StatePart.Both) =>
        new() { Layers = [.. Enumerable.Range(1, shape.Layers)], Part = part };

    /// <summary>Every set of layers, singles first, all last.</summary>
    public static IReadOnlyList<SwappedParts> Every(NetworkShape shape) =>
        [
            .. Enumerable
                .Range(1, (1 << shape.Layers) - 1)
                .OrderBy(bits => int.PopCount(bits))
                .ThenBy(bits => bits)
                .Select(bits => new SwappedParts
                {
                    Layers = [.. Enumerable.Range(1, shape.Layers).Where(layer => (bits >> (layer - 1) & 1) == 1)],
                }),
        ];

    /// <summary>How tables name the layers: <c>2</c>, <c>1+2</c>, <c>all</c>.</summary>
    /// <param name="layers">S.</param>
    public string Name(int layers) => Layers.Count == layers && layers > 1 ? "all" : string.Join('+', Layers);

    /// <summary>Gives parts of what a slot keeps the values of a donor.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="slot">Whose slot.</param>
    /// <param name="donor">The donor's state.</param>
    public void Apply(StepBatch batch, int slot, NetworkState donor)
    {
        foreach (int layer in Layers)
        {
            Span<float> cell = batch.Memory(slot, Site.C(layer));
            Span<float> hidden = batch.Memory(slot, Site.H(layer));
            if (Directions is { } directions)
            {
                Move(cell, hidden, donor.Layer(layer), directions);
                continue;
            }

            if (Part != StatePart.Hidden)
            {
                Copy(donor[Site.C(layer)], cell);
            }

            if (Part != StatePart.Cell)
            {
                Copy(donor[Site.H(layer)], hidden);
            }
        }
    }

    private void Copy(ReadOnlySpan<float> from, Span<float> to)
    {
        if (Units is null)
        {
            from.CopyTo(to);
            return;
        }

        foreach (int unit in Units)
        {
            to[unit] = from[unit];
        }
    }

    private void Move(Span<float> cell, Span<float> hidden, ReadOnlySpan<float> donor, Subspace directions)
    {
        int units = cell.Length;
        float[] values = new float[2 * units];
        cell.CopyTo(values);
        hidden.CopyTo(values.AsSpan(units));
        if (AsLongAs is { } other)
        {
            directions.Swap(values, donor, other.Distance(values, donor), values);
        }
        else
        {
            directions.Swap(values, donor, values);
        }

        values.AsSpan(0, units).CopyTo(cell);
        values.AsSpan(units).CopyTo(hidden);
    }
}
