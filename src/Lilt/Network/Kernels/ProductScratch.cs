using System.Runtime.InteropServices;

namespace Lilt.Network.Kernels;

/// <summary>The working memory of <see cref="MatrixProduct"/>: one thread's, made once and used for every product.</summary>
internal sealed unsafe class ProductScratch : IDisposable
{
    private const nuint CacheLine = 64;
    private float* memory;

    /// <param name="rows">The most rows of one product.</param>
    /// <param name="columns">The widest matrix's <see cref="PackedMatrix.PaddedColumns"/>.</param>
    public ProductScratch(int rows, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        Rows = (rows + MatrixProduct.RowBlock - 1) / MatrixProduct.RowBlock * MatrixProduct.RowBlock;
        Columns = columns;
        nuint floats = ((nuint)Rows * MatrixProduct.Run) + (nuint)columns;
        memory = (float*)NativeMemory.AlignedAlloc(floats * sizeof(float), CacheLine);
        NativeMemory.Clear(memory, floats * sizeof(float));
    }

    ~ProductScratch() => Release();

    /// <summary>The most rows of one product, rounded up to a row block.</summary>
    public int Rows { get; }

    /// <summary>The most outputs of one product.</summary>
    public int Columns { get; }

    /// <summary>Row blocks of inputs, [block, term, row of the block].</summary>
    internal float* Inputs => memory;

    /// <summary>Where the sums of the rows that fill up the last block go.</summary>
    internal float* Sink => memory + ((nint)Rows * MatrixProduct.Run);

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
