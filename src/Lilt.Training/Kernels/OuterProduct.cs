using System.Runtime.CompilerServices;
using Lilt.Network.Kernels;

namespace Lilt.Training.Kernels;

/// <summary>
/// destination += leftᵀ · right: the gradient of a weight matrix from what its rows read and the gradients of its sums.
/// </summary>
/// <remarks>
/// Each value of the destination is one chain of fused multiply-adds, rows ascending, whatever the lanes. It is the inner
/// loop of <see cref="MatrixProduct"/> with the terms running over rows: six columns of <c>left</c> by two vectors of <c>right</c>.
/// A block of at most <see cref="Terms"/> rows by <see cref="LeftColumns"/> columns of <c>left</c> (252 KiB) is packed to stay in
/// the second cache; two panels of <c>right</c> are packed as they are needed.
/// </remarks>
internal static unsafe class OuterProduct
{
    /// <summary>Rows whose terms are added before the destination is written back.</summary>
    public const int Terms = 256;

    /// <summary>Columns of <c>left</c> packed at once; a multiple of the row block.</summary>
    public const int LeftColumns = 252;

    private const int Group = 2 * PackedMatrix.PanelWidth;

    /// <summary>Floats of working memory that one thread needs.</summary>
    public const int ScratchLength = (Terms * LeftColumns) + (Terms * Group) + Group;

    /// <summary>Adds the products of all rows.</summary>
    /// <param name="left">[rows] pointers to <paramref name="leftCount"/> values each.</param>
    /// <param name="leftCount">K, the destination's rows.</param>
    /// <param name="right">[rows] pointers to <paramref name="rightCount"/> values each.</param>
    /// <param name="rightCount">N, the destination's columns, a multiple of two panels.</param>
    /// <param name="rows">Rows to sum over.</param>
    /// <param name="destination">[K, N], row-major; overlaps nothing.</param>
    /// <param name="scratch"><see cref="ScratchLength"/> floats, of this thread alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<TVector, TLanes>(
        float** left, int leftCount, float** right, int rightCount, int rows, float* destination, float* scratch)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        float* packedLeft = scratch;
        float* panels = packedLeft + (Terms * LeftColumns);
        float* sink = panels + (Terms * Group);
        float** targets = stackalloc float*[MatrixProduct.RowBlock];
        for (int row = 0; row < rows; row += Terms)
        {
            int terms = Math.Min(Terms, rows - row);
            for (int block = 0; block < leftCount; block += LeftColumns)
            {
                int columns = Math.Min(LeftColumns, leftCount - block);
                PackLeft(left + row, terms, block, columns, packedLeft);
                for (int column = 0; column < rightCount; column += Group)
                {
                    PackRight(right + row, terms, column, panels);
                    for (int k = 0; k < columns; k += MatrixProduct.RowBlock)
                    {
                        for (int within = 0; within < Group; within += 2 * TLanes.Count)
                        {
                            for (int r = 0; r < MatrixProduct.RowBlock; r++)
                            {
                                targets[r] = k + r < columns
                                    ? destination + ((nint)(block + k + r) * rightCount) + column + within
                                    : sink;
                            }

                            MatrixProduct.SixRows<TVector, TLanes>(
                                packedLeft + ((nint)k * terms), targets, terms, Panel(panels, terms, within), Panel(panels, terms, within + TLanes.Count), 0);
                        }
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Panel(float* panels, int terms, int column) =>
        panels + ((nint)(column / PackedMatrix.PanelWidth) * terms * PackedMatrix.PanelWidth) + (column % PackedMatrix.PanelWidth);

    /// <summary>To [block of six columns, term, column of the block]; columns that are not there are zero.</summary>
    private static void PackLeft(float** left, int terms, int start, int columns, float* packed)
    {
        for (int k = 0; k < columns; k += MatrixProduct.RowBlock)
        {
            int present = Math.Min(MatrixProduct.RowBlock, columns - k);
            float* target = packed + ((nint)k * terms);
            for (int term = 0; term < terms; term++)
            {
                float* source = left[term] + start + k;
                for (int r = 0; r < MatrixProduct.RowBlock; r++)
                {
                    target[r] = r < present ? source[r] : 0f;
                }

                target += MatrixProduct.RowBlock;
            }
        }
    }

    /// <summary>Two panels, each [term, <see cref="PackedMatrix.PanelWidth"/>].</summary>
    private static void PackRight(float** right, int terms, int column, float* panels)
    {
        float* second = panels + ((nint)terms * PackedMatrix.PanelWidth);
        for (int term = 0; term < terms; term++)
        {
            float* source = right[term] + column;
            Unsafe.CopyBlock(panels, source, PackedMatrix.PanelWidth * sizeof(float));
            Unsafe.CopyBlock(second, source + PackedMatrix.PanelWidth, PackedMatrix.PanelWidth * sizeof(float));
            panels += PackedMatrix.PanelWidth;
            second += PackedMatrix.PanelWidth;
        }
    }
}
