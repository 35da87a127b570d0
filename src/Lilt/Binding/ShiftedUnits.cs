using System.Numerics;
using System.Runtime.InteropServices;

namespace Lilt.Binding;

/// <summary>What some units' pooled z would be under every shift of every tune's event train.</summary>
/// <remarks>A layer is taken by few units at a time, so that what many shifts add up stays near the processor. Sums over tunes are float32, one order in all lanes.</remarks>
internal sealed class ShiftedUnits
{
    /// <summary>The most units: 256 bytes a shift and tune.</summary>
    public const int Most = 64;

    // 128 kB of sums.
    private const int ShiftsAtOnce = 512;

    private readonly int width;

    // A tune each: [n, W], row s holds n atanh r / Σ n of every unit with the event train shifted by s.
    private readonly float[][] tables;

    /// <param name="tunes">Of the same units, each with the event and its absence.</param>
    /// <param name="first">The first unit.</param>
    /// <param name="units">How many, at most <see cref="Most"/>.</param>
    /// <param name="rectify">Take |h| first.</param>
    /// <param name="allSteps">Σ n over the tunes.</param>
    public ShiftedUnits(IReadOnlyList<TuneEvents> tunes, int first, int units, bool rectify, long allSteps)
    {
        Units = units;
        width = PointBiserial.Padded(units);
        float[] standardised = new float[tunes.Max(tune => tune.Count) * width];
        tables = new float[tunes.Count][];
        for (int tune = 0; tune < tables.Length; tune++)
        {
            PointBiserial.Standardise(tunes[tune], first, rectify, standardised, width);
            tables[tune] = Table(tunes[tune], standardised, width, allSteps);
        }
    }

    /// <summary>How many units.</summary>
    public int Units { get; }

    /// <summary>The units' z, nothing shifted.</summary>
    /// <param name="destination">[units].</param>
    public void CopyPooled(Span<float> destination)
    {
        Span<float> sums = stackalloc float[width];
        sums.Clear();
        foreach (float[] table in tables)
        {
            Add(table.AsSpan(0, width), sums);
        }

        sums[..Units].CopyTo(destination);
    }

    /// <summary>Raises the largest |z| of each shift to the largest of these units, where that is larger.</summary>
    /// <param name="offsets">[shifts, tunes].</param>
    /// <param name="largest">[shifts].</param>
    public void RaiseLargest(ReadOnlySpan<int> offsets, Span<float> largest)
    {
        float[] sums = new float[ShiftsAtOnce * width];
        for (int first = 0; first < largest.Length; first += ShiftsAtOnce)
        {
            int shifts = Math.Min(ShiftsAtOnce, largest.Length - first);
            Array.Clear(sums);
            for (int tune = 0; tune < tables.Length; tune++)
            {
                for (int shift = 0; shift < shifts; shift++)
                {
                    int offset = offsets[((first + shift) * tables.Length) + tune];
                    Add(tables[tune].AsSpan(offset * width, width), sums.AsSpan(shift * width, width));
                }
            }

            for (int shift = 0; shift < shifts; shift++)
            {
                largest[first + shift] = Math.Max(largest[first + shift], LargestMagnitude(sums.AsSpan(shift * width, width)));
            }
        }
    }

    private static float[] Table(TuneEvents tune, float[] standardised, int width, long allSteps)
    {
        int count = tune.Count;
        float[] table = new float[count * width];
        ReadOnlySpan<bool> events = tune.Counted;
        for (int shift = 0; shift < count; shift++)
        {
            Span<float> row = table.AsSpan(shift * width, width);
            for (int step = 0; step < count; step++)
            {
                if (events[step])
                {
                    Add(standardised.AsSpan((step + shift) % count * width, width), row);
                }
            }
        }

        FisherTransform.Apply(table, PointBiserial.EventScale(tune), (double)count / allSteps, table);
        return table;
    }

    private static void Add(ReadOnlySpan<float> terms, Span<float> sums)
    {
        ReadOnlySpan<Vector<float>> wideTerms = MemoryMarshal.Cast<float, Vector<float>>(terms);
        Span<Vector<float>> wideSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
        for (int index = 0; index < wideSums.Length; index++)
        {
            wideSums[index] += wideTerms[index];
        }
    }

    private static float LargestMagnitude(ReadOnlySpan<float> values)
    {
        Vector<float> largest = Vector<float>.Zero;
        foreach (Vector<float> value in MemoryMarshal.Cast<float, Vector<float>>(values))
        {
            largest = Vector.Max(largest, Vector.Abs(value));
        }

        float most = 0;
        for (int lane = 0; lane < Vector<float>.Count; lane++)
        {
            most = Math.Max(most, largest[lane]);
        }

        return most;
    }
}
