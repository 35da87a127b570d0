using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lilt.Network.Kernels;

/// <summary>
/// destination += input · matrix for many rows, each output summed in one chain of fused multiply-adds, k ascending.
/// </summary>
/// <remarks>
/// The lanes run across outputs, so a row's bits depend neither on the lanes nor on how many rows are computed together.
/// Six rows by two vectors keep twelve sums in registers; the inputs are packed a row block at a time, so that the inner
/// loop reads two streams in order. The terms are taken in runs of <see cref="Run"/>, so that what is packed stays in the
/// caches; between runs the sums rest in the destination, which changes no bit.
/// Source: K. Goto and R. van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34(3), 2008 (the
/// blocking; the order of summation here is stricter).
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Rows that the blocked kernel takes together.</summary>
    public const int RowBlock = 6;

    /// <summary>Terms of a sum that are added before the next panel is taken.</summary>
    public const int Run = 512;

    /// <summary>Adds the products of all rows; a single row is computed from memory as it lies.</summary>
    /// <param name="inputs">A pointer to each row's K terms.</param>
    /// <param name="destinations">A pointer to each row's sums, <see cref="PackedMatrix.PaddedColumns"/> long; they must not overlap.</param>
    /// <param name="rowCount">Rows, from 1 to the scratch's.</param>
    /// <param name="matrix">[K, N].</param>
    /// <param name="scratch">Working memory, of this thread alone.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<TVector, TLanes>(
        float** inputs, float** destinations, int rowCount, PackedMatrix matrix, ProductScratch scratch)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (rowCount > scratch.Rows || matrix.PaddedColumns > scratch.Columns)
        {
            throw new ArgumentException(
                $"Scratch for {scratch.Rows} rows of {scratch.Columns}, asked for {rowCount} of {matrix.PaddedColumns}.", nameof(scratch));
        }

        if (rowCount == 1)
        {
            AccumulateRow<TVector, TLanes>(inputs[0], destinations[0], matrix, 0, matrix.PaddedColumns);
            return;
        }

        int blockedRows = (rowCount + RowBlock - 1) / RowBlock * RowBlock;
        float** lastBlock = stackalloc float*[RowBlock];
        for (int row = 0; row < RowBlock; row++)
        {
            int source = blockedRows - RowBlock + row;
            lastBlock[row] = source < rowCount ? destinations[source] : scratch.Sink;
        }

        for (int start = 0; start < matrix.Rows; start += Run)
        {
            int terms = Math.Min(Run, matrix.Rows - start);
            Pack(inputs, rowCount, blockedRows, start, terms, scratch.Inputs);
            for (int column = 0; column < matrix.PaddedColumns; column += 2 * TLanes.Count)
            {
                float* first = Vector(matrix, column, start);
                float* second = Vector(matrix, column + TLanes.Count, start);
                int ahead = column + (2 * TLanes.Count);
                float* next = ahead < matrix.PaddedColumns ? Vector(matrix, ahead, start) : first;
                nint share = (terms * RowBlock / blockedRows) + 1;
                for (int row = 0; row < blockedRows; row += RowBlock)
                {
                    Prefetch(next, row / RowBlock * share, Math.Min((row / RowBlock * share) + share, terms));
                    float** target = row + RowBlock == blockedRows ? lastBlock : destinations + row;
                    SixRows<TVector, TLanes>(scratch.Inputs + ((nint)row * terms), target, terms, first, second, column);
                }
            }
        }
    }

    /// <summary>
    /// Asks for rows of the next panel while this one is worked on: each row block asks for its share, so that the
    /// next panel has come from memory when its turn comes.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch(float* panel, nint firstTerm, nint endTerm)
    {
        if (Sse.IsSupported)
        {
            for (nint k = firstTerm; k < endTerm; k++)
            {
                Sse.Prefetch1(panel + (k * PackedMatrix.PanelWidth));
            }
        }
    }

    /// <summary>Inputs to [block, term, row of the block]; rows that are not there are zero.</summary>
    private static void Pack(float** inputs, int rowCount, int blockedRows, int start, int terms, float* packed)
    {
        for (int row = 0; row < blockedRows; row++)
        {
            float* target = packed + ((nint)(row - (row % RowBlock)) * terms) + (row % RowBlock);
            float* source = row < rowCount ? inputs[row] + start : null;
            for (nint k = 0; k < terms; k++)
            {
                target[k * RowBlock] = source == null ? 0f : source[k];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Vector(PackedMatrix matrix, int column, int term)
    {
        int within = column % PackedMatrix.PanelWidth;
        return matrix.Panel(column - within) + ((nint)term * PackedMatrix.PanelWidth) + within;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SixRows<TVector, TLanes>(
        float* inputs, float** destinations, nint terms, float* first, float* second, int column)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        int next = column + TLanes.Count;
        TVector s00 = TLanes.Load(destinations[0] + column);
        TVector s01 = TLanes.Load(destinations[0] + next);
        TVector s10 = TLanes.Load(destinations[1] + column);
        TVector s11 = TLanes.Load(destinations[1] + next);
        TVector s20 = TLanes.Load(destinations[2] + column);
        TVector s21 = TLanes.Load(destinations[2] + next);
        TVector s30 = TLanes.Load(destinations[3] + column);
        TVector s31 = TLanes.Load(destinations[3] + next);
        TVector s40 = TLanes.Load(destinations[4] + column);
        TVector s41 = TLanes.Load(destinations[4] + next);
        TVector s50 = TLanes.Load(destinations[5] + column);
        TVector s51 = TLanes.Load(destinations[5] + next);
        // Four terms a turn: with one, counting and jumping took a fifth of the time (97 % of the peak against 80 %).
        nint k = 0;
        TVector w0, w1, x;
        for (; k + 4 <= terms; k += 4)
        {
            w0 = TLanes.Load(first);
            w1 = TLanes.Load(second);
            x = TLanes.Broadcast(inputs[0]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(inputs[1]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(inputs[2]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(inputs[3]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(inputs[4]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(inputs[5]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            w0 = TLanes.Load(first + PackedMatrix.PanelWidth);
            w1 = TLanes.Load(second + PackedMatrix.PanelWidth);
            x = TLanes.Broadcast(inputs[6]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(inputs[7]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(inputs[8]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(inputs[9]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(inputs[10]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(inputs[11]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            w0 = TLanes.Load(first + (2 * PackedMatrix.PanelWidth));
            w1 = TLanes.Load(second + (2 * PackedMatrix.PanelWidth));
            x = TLanes.Broadcast(inputs[12]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(inputs[13]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(inputs[14]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(inputs[15]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(inputs[16]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(inputs[17]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            w0 = TLanes.Load(first + (3 * PackedMatrix.PanelWidth));
            w1 = TLanes.Load(second + (3 * PackedMatrix.PanelWidth));
            x = TLanes.Broadcast(inputs[18]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(inputs[19]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(inputs[20]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(inputs[21]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(inputs[22]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(inputs[23]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            first += 4 * PackedMatrix.PanelWidth;
            second += 4 * PackedMatrix.PanelWidth;
            inputs += 4 * RowBlock;
        }

        for (; k < terms; k++)
        {
            w0 = TLanes.Load(first);
            w1 = TLanes.Load(second);
            x = TLanes.Broadcast(inputs[0]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(inputs[1]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(inputs[2]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(inputs[3]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(inputs[4]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(inputs[5]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            first += PackedMatrix.PanelWidth;
            second += PackedMatrix.PanelWidth;
            inputs += RowBlock;
        }

        TLanes.Store(s00, destinations[0] + column);
        TLanes.Store(s01, destinations[0] + next);
        TLanes.Store(s10, destinations[1] + column);
        TLanes.Store(s11, destinations[1] + next);
        TLanes.Store(s20, destinations[2] + column);
        TLanes.Store(s21, destinations[2] + next);
        TLanes.Store(s30, destinations[3] + column);
        TLanes.Store(s31, destinations[3] + next);
        TLanes.Store(s40, destinations[4] + column);
        TLanes.Store(s41, destinations[4] + next);
        TLanes.Store(s50, destinations[5] + column);
        TLanes.Store(s51, destinations[5] + next);
    }

    /// <summary>One row, outputs from <paramref name="firstColumn"/> to <paramref name="endColumn"/>, multiples of two panels.</summary>
    /// <remarks>Bound by memory: two panels are read side by side, each in order.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AccumulateRow<TVector, TLanes>(float* input, float* destination, PackedMatrix matrix, int firstColumn, int endColumn)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        int terms = matrix.Rows;
        int step = TLanes.Count;
        int group = 4 * step;
        int column = firstColumn;
        for (; column + group <= endColumn; column += group)
        {
            float* w0 = Vector(matrix, column, 0);
            float* w1 = Vector(matrix, column + step, 0);
            float* w2 = Vector(matrix, column + (2 * step), 0);
            float* w3 = Vector(matrix, column + (3 * step), 0);
            float* target = destination + column;
            TVector s0 = TLanes.Load(target);
            TVector s1 = TLanes.Load(target + step);
            TVector s2 = TLanes.Load(target + (2 * step));
            TVector s3 = TLanes.Load(target + (3 * step));
            for (nint k = 0; k < terms; k++)
            {
                TVector x = TLanes.Broadcast(input[k]);
                nint at = k * PackedMatrix.PanelWidth;
                s0 = TLanes.FusedMultiplyAdd(x, TLanes.Load(w0 + at), s0);
                s1 = TLanes.FusedMultiplyAdd(x, TLanes.Load(w1 + at), s1);
                s2 = TLanes.FusedMultiplyAdd(x, TLanes.Load(w2 + at), s2);
                s3 = TLanes.FusedMultiplyAdd(x, TLanes.Load(w3 + at), s3);
            }

            TLanes.Store(s0, target);
            TLanes.Store(s1, target + step);
            TLanes.Store(s2, target + (2 * step));
            TLanes.Store(s3, target + (3 * step));
        }

        for (; column < endColumn; column += step)
        {
            float* w = Vector(matrix, column, 0);
            TVector sum = TLanes.Load(destination + column);
            for (nint k = 0; k < terms; k++)
            {
                sum = TLanes.FusedMultiplyAdd(TLanes.Broadcast(input[k]), TLanes.Load(w + (k * PackedMatrix.PanelWidth)), sum);
            }

            TLanes.Store(sum, destination + column);
        }
    }
}
