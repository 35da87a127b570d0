using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lilt.Binding;

/// <summary>What some units' pooled z would be under every shift of every tune's event train.</summary>
/// <remarks>A layer is taken by few units at a time, so that what many shifts add up stays near the processor. Sums over tunes are float32, one order in all lanes.</remarks>
internal sealed class ShiftedUnits
{
    // The vectors that a row of few units has: one register each while rows are added up.
    private const int Vectors = 4;

    // 16 tunes of 160 steps: 320 kB of rows, which are read in any order.
    private const int TunesAtOnce = 16;

    // [Σ n, W]: of each tune n rows, row s holds n atanh r / Σ n of every unit with the event train shifted by s.
    private readonly Vector<float>[] table;

    // The first row of each tune.
    private readonly int[] begins;

    /// <param name="tunes">Of the same units, each with the event and its absence.</param>
    /// <param name="first">The first unit.</param>
    /// <param name="units">How many, at most <see cref="Most"/>.</param>
    /// <param name="rectify">Take |h| first.</param>
    /// <param name="allSteps">Σ n over the tunes.</param>
    public ShiftedUnits(IReadOnlyList<TuneEvents> tunes, int first, int units, bool rectify, long allSteps)
    {
        Units = units;
        float[] standardised = new float[tunes.Max(tune => tune.Count) * Most];
        table = new Vector<float>[checked((int)allSteps * Vectors)];
        begins = new int[tunes.Count];
        int row = 0;
        for (int tune = 0; tune < tunes.Count; tune++)
        {
            int count = tunes[tune].Count;
            begins[tune] = row;
            PointBiserial.Standardise(tunes[tune], first, rectify, standardised, Most);
            Fill(tunes[tune], standardised, allSteps, table.AsSpan(row * Vectors, count * Vectors));
            row += count;
        }
    }

    /// <summary>The most units, W.</summary>
    public static int Most => Vectors * Vector<float>.Count;

    /// <summary>How many units.</summary>
    public int Units { get; }

    /// <summary>The units' z, nothing shifted.</summary>
    /// <param name="destination">[units].</param>
    public void CopyPooled(Span<float> destination)
    {
        Span<Vector<float>> sums = stackalloc Vector<float>[Vectors];
        sums.Clear();
        AddRows(table, begins, sums);
        MemoryMarshal.Cast<Vector<float>, float>(sums)[..Units].CopyTo(destination);
    }

    /// <summary>Raises the largest |z| of each shift to the largest of these units, where that is larger.</summary>
    /// <param name="rows">[shifts, tunes]: each tune's row, those of the tunes before it counted.</param>
    /// <param name="largest">[shifts].</param>
    public void RaiseLargest(ReadOnlySpan<int> rows, Span<float> largest)
    {
        Vector<float>[] sums = new Vector<float>[largest.Length * Vectors];
        for (int first = 0; first < begins.Length; first += TunesAtOnce)
        {
            int tunes = Math.Min(TunesAtOnce, begins.Length - first);
            for (int shift = 0; shift < largest.Length; shift++)
            {
                AddRows(table, rows.Slice((shift * begins.Length) + first, tunes), sums.AsSpan(shift * Vectors, Vectors));
            }
        }

        for (int shift = 0; shift < largest.Length; shift++)
        {
            largest[shift] = Math.Max(largest[shift], LargestMagnitude(sums.AsSpan(shift * Vectors, Vectors)));
        }
    }

    /// <summary>Fills a tune's part of the table, [n, W].</summary>
    private static void Fill(TuneEvents tune, float[] standardised, long allSteps, Span<Vector<float>> table)
    {
        int count = tune.Count;
        int[] at = [.. Enumerable.Range(0, count).Where(step => tune.Counted[step])];
        int[] rows = new int[at.Length];
        ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(standardised);
        table.Clear();
        for (int shift = 0; shift < count; shift++)
        {
            for (int place = 0; place < at.Length; place++)
            {
                int shifted = at[place] + shift;
                rows[place] = shifted < count ? shifted : shifted - count;
            }

            AddRows(values, rows, table.Slice(shift * Vectors, Vectors));
        }

        Span<float> sums = MemoryMarshal.Cast<Vector<float>, float>(table);
        FisherTransform.Apply(sums, PointBiserial.EventScale(tune), (double)count / allSteps, sums);
    }

    /// <summary>Adds rows, [·, W], in order.</summary>
    private static void AddRows(ReadOnlySpan<Vector<float>> of, ReadOnlySpan<int> rows, Span<Vector<float>> sums)
    {
        Vector<float> sum0 = sums[0];
        Vector<float> sum1 = sums[1];
        Vector<float> sum2 = sums[2];
        Vector<float> sum3 = sums[3];
        foreach (int at in rows)
        {
            ref Vector<float> row = ref MemoryMarshal.GetReference(of.Slice(at * Vectors, Vectors));
            sum0 += row;
            sum1 += Unsafe.Add(ref row, 1);
            sum2 += Unsafe.Add(ref row, 2);
            sum3 += Unsafe.Add(ref row, 3);
        }

        sums[0] = sum0;
        sums[1] = sum1;
        sums[2] = sum2;
        sums[3] = sum3;
    }

    private static float LargestMagnitude(ReadOnlySpan<Vector<float>> values)
    {
        Vector<float> largest = Vector<float>.Zero;
        foreach (Vector<float> value in values)
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
