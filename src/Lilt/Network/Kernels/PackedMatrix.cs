using System.Runtime.InteropServices;

namespace Lilt.Network.Kernels;

/// <summary>
/// A matrix [K, N] in panels of <see cref="PanelWidth"/> columns, each panel [K, PanelWidth] in one run of memory, in
/// the order in which <see cref="MatrixProduct"/> reads it. Columns past N are zero.
/// </summary>
/// <remarks>The memory is native, zeroed and aligned to a cache line, so that its size is what it says and nothing moves it.</remarks>
internal sealed unsafe class PackedMatrix : IDisposable
{
    /// <summary>
    /// Columns of a panel, of which every vector width takes a whole number of pairs: two vectors of AVX-512, four of AVX2, eight of NEON.
    /// </summary>
    public const int PanelWidth = 32;

    private const nuint CacheLine = 64;
    private float* panels;

    /// <param name="rows">K, the terms of each sum; at least 1.</param>
    /// <param name="columns">N, the outputs; at least 1.</param>
    public PackedMatrix(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Rows = rows;
        PaddedColumns = RoundUp(columns);
        nuint bytes = (nuint)rows * (nuint)PaddedColumns * sizeof(float);
        panels = (float*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        NativeMemory.Clear(panels, bytes);
        GC.AddMemoryPressure((long)bytes);
    }

    ~PackedMatrix() => Release();

    /// <summary>K.</summary>
    public int Rows { get; }

    /// <summary>N rounded up to <see cref="PanelWidth"/>.</summary>
    public int PaddedColumns { get; }

    /// <summary>The first float of the panel that begins at <paramref name="column"/>, a multiple of <see cref="PanelWidth"/>.</summary>
    public float* Panel(int column) => panels + ((nint)column * Rows);

    /// <summary>A column count rounded up to what the packed form holds.</summary>
    public static int RoundUp(int columns) => checked((columns + PanelWidth - 1) / PanelWidth * PanelWidth);

    /// <summary>
    /// Copies <paramref name="source"/> [rows, columns], row-major, to rows from <paramref name="row"/> and columns from
    /// <paramref name="column"/>.
    /// </summary>
    public void Fill(ReadOnlySpan<float> source, int rows, int columns, int row, int column)
    {
        if (source.Length != rows * columns)
        {
            throw new ArgumentException($"{source.Length} values for {rows} × {columns}.", nameof(source));
        }

        for (int n = 0; n < columns; )
        {
            int within = (column + n) % PanelWidth;
            int count = Math.Min(PanelWidth - within, columns - n);
            float* target = Panel(column + n - within) + ((nint)row * PanelWidth) + within;
            for (int k = 0; k < rows; k++)
            {
                source.Slice((k * columns) + n, count).CopyTo(new Span<float>(target, count));
                target += PanelWidth;
            }

            n += count;
        }
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (panels != null)
        {
            NativeMemory.AlignedFree(panels);
            panels = null;
            GC.RemoveMemoryPressure((long)Rows * PaddedColumns * sizeof(float));
        }
    }
}
