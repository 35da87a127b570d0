namespace Lilt.Recording;

/// <summary>
/// What one site held at each step of a tune: [T, W], float32; W is H for the sites of a layer, V for logits and posterior. Immutable.
/// </summary>
/// <remarks>A view: of a recording it shares the values, and of an array that is handed over.</remarks>
public sealed class SiteValues
{
    private readonly ReadOnlyMemory<float> values;
    private readonly int stride;
    private readonly int offset;

    /// <summary>Values of one's own, for a plan.</summary>
    /// <param name="values">[T, W], a step behind the other; kept, not copied: it must not change.</param>
    /// <param name="width">W, at least 1.</param>
    /// <exception cref="ArgumentException">The values are no whole number of steps, or none.</exception>
    public SiteValues(ReadOnlyMemory<float> values, int width)
        : this(values, width, width, 0)
    {
        if (values.IsEmpty)
        {
            throw new ArgumentException("There are no values.", nameof(values));
        }
    }

    internal SiteValues(ReadOnlyMemory<float> values, int width, int stride, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (values.Length % stride != 0)
        {
            throw new ArgumentException($"{values.Length} values are no whole number of steps of {stride}.", nameof(values));
        }

        this.values = values;
        this.stride = stride;
        this.offset = offset;
        Width = width;
        Steps = values.Length / stride;
    }

    /// <summary>T.</summary>
    public int Steps { get; }

    /// <summary>W: units of the layer, or tokens.</summary>
    public int Width { get; }

    /// <summary>The values of a step, [W].</summary>
    /// <param name="step">From 0 to T − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such step.</exception>
    public ReadOnlySpan<float> this[int step]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(step);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(step, Steps);
            return values.Span.Slice((step * stride) + offset, Width);
        }
    }

    /// <summary>One unit, or token, over the steps, [T].</summary>
    /// <param name="unit">From 0 to W − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such unit.</exception>
    public float[] Unit(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Width);
        float[] sequence = new float[Steps];
        ReadOnlySpan<float> of = values.Span;
        for (int step = 0; step < sequence.Length; step++)
        {
            sequence[step] = of[(step * stride) + offset + unit];
        }

        return sequence;
    }

    /// <summary>A copy of all values, [T, W].</summary>
    public float[] ToArray()
    {
        float[] copy = new float[Steps * Width];
        for (int step = 0; step < Steps; step++)
        {
            this[step].CopyTo(copy.AsSpan(step * Width));
        }

        return copy;
    }
}
