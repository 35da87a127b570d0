using System.Runtime.InteropServices;

namespace Lilt.Network.Kernels;

/// <summary>Rows of float32 in native memory, zeroed, each row aligned to a cache line and away from its neighbours' cache sets.</summary>
internal sealed unsafe class FloatBlock : IDisposable
{
    private const int LineFloats = 16;
    private const nuint CacheLine = 64;
    private float* memory;

    /// <param name="rows">Rows, at least 1.</param>
    /// <param name="columns">Floats that a row must hold.</param>
    public FloatBlock(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);

        // An odd number of cache lines a row: rows a power of two apart would fall into the same cache sets.
        int lines = ((columns + LineFloats - 1) / LineFloats) | 1;
        Stride = lines * LineFloats;
        Rows = rows;
        nuint bytes = (nuint)rows * (nuint)Stride * sizeof(float);
        memory = (float*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        NativeMemory.Clear(memory, bytes);
    }

    ~FloatBlock() => Release();

    public int Rows { get; }

    /// <summary>Floats from one row to the next.</summary>
    public int Stride { get; }

    public float* Row(int row) => memory + ((nint)row * Stride);

    public Span<float> Span(int row, int length) => new(Row(row), length);

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        NativeMemory.AlignedFree(memory);
        memory = null;
    }
}
