using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lilt.Binding;

/// <summary>What some units' pooled z would be under every shift of every tune's event train.</summary>
/// <remarks>
/// A layer is taken by few units at a time, so that what many shifts add up stays near the processor. Sums over tunes are float32, one
/// order in all lanes.
/// </remarks>
internal sealed class ShiftedUnits
{
    // The vectors that a row of few units has: one register each while rows are added up.
    private const int Vectors = 4;

    // 16 tunes of 160 steps: 320 kB of rows, which are read in any order.
    private const int TunesAtOnce = 16;

    // [Σ n, W]: of each tune n rows, row s holds n atanh r / Σ n of every unit with the event train shifted by s.
    private readonly Vector<float>[] table;

    private readonly int[] begins;
    private readonly IReadOnlyList<TuneEvents> tunes;
    private readonly bool rectify;
    private readonly float[] standardised;
    private Vector<float>[] sums = [];

    /// <param name="tunes">Of the same units, each with the event and its absence.</param>
    /// <param name="rectify">Take |h| first.</param>
    public ShiftedUnits(IReadOnlyList<TuneEvents> tunes, bool rectify)
    {
        this.tunes = tunes;
        this.rectify = rectify;
        Steps = tunes.Sum(tune => (long)tune.Count);
        standardised = new float[tunes.Max(tune => tune.Count) * Most];
        table = new Vector<float>[checked((int)Steps * Vectors)];
        begins = new int[tunes.Count];
        for (int tune = 1; tune < begins.Length; tune++)
        {
            begins[tune] = begins[tune - 1] + tunes[tune - 1].Count;
        }
    }

    /// <summary>The most units, W.</summary>
    public static int Most => Vectors * Vector<float>.Count;

    /// <summary>Σ n.</summary>
    public long Steps { get; }

    /// <summary>The first row of each tune.</summary>
    public ReadOnlySpan<int> Begins => begins;

    /// <summary>Takes some units in place of those before.</summary>
    /// <param name="first">The first unit.</param>
    public void Take(int first)
    {
        for (int tune = 0; tune < begins.Length; tune++)
        {
            PointBiserial.Standardise(tunes[tune], first, rectify, standardised, Most);
            Fill(tunes[tune], table.AsSpan(begins[tune] * Vectors, tunes[tune].Count * Vectors));
        }
    }

    /// <summary>The units' z, nothing shifted.</summary>
    /// <param name="destination">As many as were taken, at most <see cref="Most"/>.</param>
    public void CopyPooled(Span<float> destination)
    {
        Span<Vector<float>> pooled = stackalloc Vector<float>[Vectors];
        pooled.Clear();
        AddRows(table, begins, pooled);
        MemoryMarshal.Cast<Vector<float>, float>(pooled)[..destination.Length].CopyTo(destination);
    }

    /// <summary>Raises the largest |z| of each shift to the largest of these units, where that is larger.</summary>
    /// <param name="rows">[shifts, tunes]: each tune's row, those of the tunes before it counted.</param>
    /// <param name="largest">[shifts].</param>
    public void RaiseLargest(ReadOnlySpan<int> rows, Span<float> largest)
    {
        Array.Resize(ref sums, largest.Length * Vectors);
        Array.Clear(sums);
        for (int first = 0; first < begins.Length; first += TunesAtOnce)
        {
            int count = Math.Min(TunesAtOnce, begins.Length - first);
            for (int shift = 0; shift < largest.Length; shift++)
            {
                AddRows(table, rows.Slice((shift * begins.Length) + first, count), sums.AsSpan(shift * Vectors, Vectors));
            }
        }

        for (int shift = 0; shift < largest.Length; shift++)
        {
            largest[shift] = Math.Max(largest[shift], LargestMagnitude(sums.AsSpan(shift * Vectors, Vectors)));
        }
    }

    /// <summary>Fills a tune's part of the table, [n, W].</summary>
    private void Fill(TuneEvents tune, Span<Vector<float>> part)
    {
        int count = tune.Count;
        int[] at = [.. Enumerable.Range(0, count).Where(step => tune.Counted[step])];
        int[] rows = new int[at.Length];
        ReadOnlySpan<Vector<float>> values = MemoryMarshal.Cast<float, Vector<float>>(standardised);
        part.Clear();
        for (int shift = 0; shift < count; shift++)
        {
            for (int place = 0; place < at.Length; place++)
            {
                int shifted = at[place] + shift;
                rows[place] = shifted < count ? shifted : shifted - count;
            }

            AddRows(values, rows, part.Slice(shift * Vectors, Vectors));
        }

        Span<float> flat = MemoryMarshal.Cast<Vector<float>, float>(part);
        FisherTransform.Apply(flat, PointBiserial.EventScale(tune), (double)count / Steps, flat);
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
