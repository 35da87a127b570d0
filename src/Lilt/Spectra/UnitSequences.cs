namespace Lilt.Spectra;

/// <summary>What some units did at each step of one tune: [T, U], float32, row-major. Immutable.</summary>
public sealed class UnitSequences
{
    private readonly ReadOnlyMemory<float> values;
    private readonly int stride;
    private readonly int offset;

    /// <param name="values">[T, U], copied.</param>
    /// <param name="units">U, at least 1.</param>
    /// <exception cref="ArgumentException">The values are no whole number of steps, or one is not finite.</exception>
    public UnitSequences(ReadOnlySpan<float> values, int units)
        : this(values.ToArray(), units, units, 0) { }

    private UnitSequences(ReadOnlyMemory<float> values, int units, int stride, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        if (values.Length % stride != 0)
        {
            throw new ArgumentException($"{values.Length} values are no whole number of steps of {stride}.", nameof(values));
        }

        Units = units;
        Steps = values.Length / stride;
        this.values = values;
        this.stride = stride;
        this.offset = offset;
        for (int step = 0; step < Steps; step++)
        {
            ReadOnlySpan<float> row = Step(step);
            for (int unit = 0; unit < units; unit++)
            {
                if (!float.IsFinite(row[unit]))
                {
                    throw new ArgumentException($"Unit {unit} is {row[unit]} at step {step}.", nameof(values));
                }
            }
        }
    }

    /// <summary>T.</summary>
    public int Steps { get; }

    /// <summary>U.</summary>
    public int Units { get; }

    /// <summary>One layer of a recorded site.</summary>
    /// <param name="recorded">[T, S, H]; kept, not copied: it must not change.</param>
    /// <param name="layers">S.</param>
    /// <param name="units">H.</param>
    /// <param name="layer">From 1 to S.</param>
    /// <exception cref="ArgumentException">The layer is not among the S, or the values are no whole number of steps.</exception>
    public static UnitSequences OfLayer(ReadOnlyMemory<float> recorded, int layers, int units, int layer)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(units, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, layers);
        return new UnitSequences(recorded, units, layers * units, (layer - 1) * units);
    }

    /// <summary>The U values of a step.</summary>
    public ReadOnlySpan<float> Step(int step) => values.Span.Slice((step * stride) + offset, Units);

    /// <summary>A unit's sequence.</summary>
    /// <param name="unit">From 0 to U − 1.</param>
    /// <param name="destination">[T].</param>
    public void CopyUnit(int unit, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Units);
        ArgumentOutOfRangeException.ThrowIfLessThan(destination.Length, Steps, nameof(destination));
        ReadOnlySpan<float> of = values.Span;
        for (int step = 0; step < Steps; step++)
        {
            destination[step] = of[(step * stride) + offset + unit];
        }
    }
}
