using System.Runtime.CompilerServices;
using Lilt.Network.Kernels;

namespace Lilt.Gradients.Kernels;

/// <summary>
/// destination += leftᵀ · right: the gradient of a weight matrix from what its rows read and the gradients of its sums.
/// </summary>
/// <remarks>
/// Each value of the destination is one chain of fused multiply-adds, rows ascending, whatever the lanes. It is the inner
/// loop of <see cref="MatrixProduct"/> with the terms running over rows: six columns of <c>left</c> by two vectors of <c>right</c>.
/// A block of at most <see cref="Terms"/> rows by <see cref="LeftColumns"/> columns of <c>left</c> (258 KiB) is turned, a column in one
/// run of memory, to stay in the second cache; a panel of <c>right</c> is packed as it is needed.
/// </remarks>
internal static unsafe class OuterProduct
{
    /// <summary>Rows whose terms are added before the destination is written back.</summary>
    public const int Terms = 256;

    /// <summary>Columns of <c>left</c> packed at once; a multiple of the row block.</summary>
    public const int LeftColumns = 258;

    private const int Group = PackedMatrix.PanelWidth;

    /// <summary>Floats of working memory that one thread needs.</summary>
    public const int ScratchLength = (Terms * LeftColumns) + (Terms * Group) + Group;

    /// <summary>Adds the products of all rows.</summary>
    /// <param name="left">[rows] pointers to <paramref name="leftCount"/> values each.</param>
    /// <param name="leftCount">K, the destination's rows.</param>
    /// <param name="right">[rows] pointers to <paramref name="rightCount"/> values each.</param>
    /// <param name="rightCount">N, the destination's columns, a multiple of a panel.</param>
    /// <param name="rows">Rows to sum over.</param>
    /// <param name="destination">[K, N], row-major; overlaps nothing.</param>
    /// <param name="scratch"><see cref="ScratchLength"/> floats, of this thread alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<TVector, TLanes>(
        float** left,
        int leftCount,
        float** right,
        int rightCount,
        int rows,
        float* destination,
        float* scratch
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        float* turned = scratch;
        float* panel = turned + (Terms * LeftColumns);
        float* nowhere = panel + (Terms * Group);
        float** targets = stackalloc float*[2 * MatrixProduct.RowBlock];
        float** columns = stackalloc float*[MatrixProduct.RowBlock];
        for (int row = 0; row < rows; row += Terms)
        {
            int terms = Math.Min(Terms, rows - row);
            for (int block = 0; block < leftCount; block += LeftColumns)
            {
                int count = Math.Min(LeftColumns, leftCount - block);
                Turn(left + row, terms, block, count, turned);
                for (int column = 0; column < rightCount; column += Group)
                {
                    PackRight(right + row, terms, column, panel);
                    float* first = destination + ((nint)block * rightCount) + column;
                    for (int r = 0; r < MatrixProduct.RowBlock; r++)
                    {
                        targets[MatrixProduct.RowBlock + r] = r < count ? first + ((nint)r * rightCount) : nowhere;
                    }

                    for (int k = 0; k < count; k += MatrixProduct.RowBlock)
                    {
                        for (int r = 0; r < MatrixProduct.RowBlock; r++)
                        {
                            columns[r] = turned + ((nint)(k + r) * terms);
                            targets[r] = targets[MatrixProduct.RowBlock + r];
                            int following = k + r + MatrixProduct.RowBlock;
                            targets[MatrixProduct.RowBlock + r] = following < count ? first + ((nint)following * rightCount) : nowhere;
                        }

                        for (int within = 0; within < Group; within += 2 * TLanes.Count)
                        {
                            MatrixProduct.SixRows<TVector, TLanes>(
                                columns,
                                0,
                                targets,
                                terms,
                                panel + within,
                                within,
                                targets + MatrixProduct.RowBlock,
                                panel,
                                0
                            );
                        }
                    }
                }
            }
        }
    }

    /// <summary>To [column, term]; the columns that fill up the last six are zero.</summary>
    private static void Turn(float** left, int terms, int start, int count, float* turned)
    {
        for (int term = 0; term < terms; term++)
        {
            float* source = left[term] + start;
            for (int k = 0; k < count; k++)
            {
                turned[((nint)k * terms) + term] = source[k];
            }
        }

        int filled = (count + MatrixProduct.RowBlock - 1) / MatrixProduct.RowBlock * MatrixProduct.RowBlock;
        new Span<float>(turned + ((nint)count * terms), (filled - count) * terms).Clear();
    }

    /// <summary>A panel, [term, <see cref="PackedMatrix.PanelWidth"/>].</summary>
    private static void PackRight(float** right, int terms, int column, float* panel)
    {
        for (int term = 0; term < terms; term++)
        {
            Unsafe.CopyBlock(panel, right[term] + column, PackedMatrix.PanelWidth * sizeof(float));
            panel += PackedMatrix.PanelWidth;
        }
    }
}
