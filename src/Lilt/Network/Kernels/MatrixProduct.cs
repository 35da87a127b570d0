using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lilt.Network.Kernels;

/// <summary>
/// destination += input · matrix for many rows, each output summed in one chain of fused multiply-adds, k ascending.
/// </summary>
/// <remarks>
/// The lanes run across outputs, so a row's bits depend neither on the lanes nor on how many rows are computed together.
/// Six rows by two vectors keep twelve sums in registers. The inputs are read where they lie: six streams and the panel's
/// one. The terms are taken in runs of <see cref="Run"/>, so that a panel's run stays in the second cache while all rows
/// go over it; between runs the sums rest in the destination, which changes no bit.
/// Source: K. Goto and R. van de Geijn, Anatomy of high-performance matrix multiplication, ACM TOMS 34(3), 2008 (the
/// blocking; the order of summation here is stricter).
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Rows that the blocked kernel takes together.</summary>
    public const int RowBlock = 6;

    /// <summary>Terms of a sum that are added before the next panel is taken.</summary>
    public const int Run = 512;

    /// <summary>As many rows as the last block may hold to be taken by a kernel of fewer.</summary>
    private const int FewRows = 4;

    private const int Unrolled = 4;
    private const int MostLanes = 16;

    /// <summary>Adds the products of all rows.</summary>
    /// <param name="inputs">A pointer to each row's K terms.</param>
    /// <param name="destinations">A pointer to each row's sums, <see cref="PackedMatrix.PaddedColumns"/> long; they must not
    /// overlap.</param>
    /// <param name="rowCount">Rows, at least 1.</param>
    /// <param name="matrix">[K, N].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<TVector, TLanes>(float** inputs, float** destinations, int rowCount, PackedMatrix matrix)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (rowCount == 1)
        {
            AccumulateRow<TVector, TLanes>(inputs[0], destinations[0], matrix, 0, matrix.PaddedColumns);
            return;
        }

        // The rows that are missing in the last block read what another reads, and their sums go where nobody looks.
        int lastBlock = (rowCount - 1) / RowBlock * RowBlock;
        float** lastInputs = stackalloc float*[RowBlock];
        float** lastDestinations = stackalloc float*[RowBlock];
        float* nowhere = stackalloc float[2 * MostLanes];
        for (int row = 0; row < RowBlock; row++)
        {
            lastInputs[row] = inputs[Math.Min(lastBlock + row, rowCount - 1)];
        }

        int width = 2 * TLanes.Count;
        for (int start = 0; start < matrix.Rows; start += Run)
        {
            int terms = Math.Min(Run, matrix.Rows - start);
            nint turns = Math.Max(1, terms / Unrolled);
            nint blocks = (lastBlock / RowBlock) + 1;
            nint step = ((terms * width) + (blocks * turns) - 1) / (blocks * turns);
            for (int column = 0; column < matrix.PaddedColumns; column += width)
            {
                for (int row = 0; row < RowBlock; row++)
                {
                    lastDestinations[row] = lastBlock + row < rowCount ? destinations[lastBlock + row] : nowhere - column;
                }

                float* weights = Vector(matrix, column, start);
                float* ahead = Ahead(matrix, column, start, terms, width);
                for (int row = 0; row < lastBlock; row += RowBlock)
                {
                    float** following = row + RowBlock < lastBlock ? destinations + row + RowBlock : lastDestinations;
                    SixRows<TVector, TLanes>(inputs + row, start, destinations + row, terms, weights, column, following, ahead, step);
                    ahead += turns * step;
                }

                if (rowCount - lastBlock <= FewRows)
                {
                    FourRows<TVector, TLanes>(lastInputs, start, lastDestinations, terms, weights, column, lastDestinations, ahead, step);
                }
                else
                {
                    SixRows<TVector, TLanes>(lastInputs, start, lastDestinations, terms, weights, column, lastDestinations, ahead, step);
                }
            }
        }
    }

    /// <summary>
    /// What is asked for while the columns from <paramref name="column"/> on are worked on, so that it has come from memory when its turn
    /// comes: as much of the next panel as these columns are of theirs. After the last column it lies past the end; asking does no harm.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Ahead(PackedMatrix matrix, int column, int start, int terms, int width)
    {
        int within = column % PackedMatrix.PanelWidth;
        int next = column - within + PackedMatrix.PanelWidth;
        return matrix.Panel(next) + ((nint)start * PackedMatrix.PanelWidth) + ((nint)(within / width) * terms * width);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float* Vector(PackedMatrix matrix, int column, int term)
    {
        int within = column % PackedMatrix.PanelWidth;
        return matrix.Panel(column - within) + ((nint)term * PackedMatrix.PanelWidth) + within;
    }

    /// <summary>Six rows by two vectors of sums.</summary>
    /// <param name="inputs">[6] pointers to the terms of a row.</param>
    /// <param name="start">The first term.</param>
    /// <param name="destinations">[6] pointers to a row's sums.</param>
    /// <param name="terms">Terms to add.</param>
    /// <param name="weights">The first term's weights of the first column; a term's are a panel's width after those of the term
    /// before.</param>
    /// <param name="column">The first column.</param>
    /// <param name="following">[6] destinations that the next call adds to; they are asked for meanwhile.</param>
    /// <param name="ahead">Weights that will be needed soon; asked for a little at a time.</param>
    /// <param name="step">Floats of them for four terms, in four askings.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void SixRows<TVector, TLanes>(
        float** inputs,
        nint start,
        float** destinations,
        nint terms,
        float* weights,
        int column,
        float** following,
        float* ahead,
        nint step
    )
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
        if (Sse.IsSupported)
        {
            for (int row = 0; row < RowBlock; row++)
            {
                Sse.Prefetch0(following[row] + column);
                Sse.Prefetch0(following[row] + next);
            }
        }

        float* x0 = inputs[0] + start;
        float* x1 = inputs[1] + start;
        float* x2 = inputs[2] + start;
        float* x3 = inputs[3] + start;
        float* x4 = inputs[4] + start;
        float* x5 = inputs[5] + start;

        // Four terms a turn: with one, counting and jumping took a fifth of the time.
        nint k = 0;
        TVector w0,
            w1,
            x;
        for (; k + Unrolled <= terms; k += Unrolled)
        {
            if (Sse.IsSupported)
            {
                // A line each while few rows share a panel; with many the same line again, which costs nothing.
                Sse.Prefetch1(ahead);
                Sse.Prefetch1(ahead + (step / 4));
                Sse.Prefetch1(ahead + (step / 2));
                Sse.Prefetch1(ahead + (3 * step / 4));
                ahead += step;
            }

            w0 = TLanes.Load(weights);
            w1 = TLanes.Load(weights + TLanes.Count);
            x = TLanes.Broadcast(x0[k]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(x4[k]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(x5[k]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            w0 = TLanes.Load(weights + PackedMatrix.PanelWidth);
            w1 = TLanes.Load(weights + PackedMatrix.PanelWidth + TLanes.Count);
            x = TLanes.Broadcast(x0[k + 1]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k + 1]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k + 1]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k + 1]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(x4[k + 1]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(x5[k + 1]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            w0 = TLanes.Load(weights + (2 * PackedMatrix.PanelWidth));
            w1 = TLanes.Load(weights + (2 * PackedMatrix.PanelWidth) + TLanes.Count);
            x = TLanes.Broadcast(x0[k + 2]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k + 2]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k + 2]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k + 2]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(x4[k + 2]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(x5[k + 2]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            w0 = TLanes.Load(weights + (3 * PackedMatrix.PanelWidth));
            w1 = TLanes.Load(weights + (3 * PackedMatrix.PanelWidth) + TLanes.Count);
            x = TLanes.Broadcast(x0[k + 3]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k + 3]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k + 3]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k + 3]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(x4[k + 3]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(x5[k + 3]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            weights += Unrolled * PackedMatrix.PanelWidth;
        }

        for (; k < terms; k++)
        {
            w0 = TLanes.Load(weights);
            w1 = TLanes.Load(weights + TLanes.Count);
            x = TLanes.Broadcast(x0[k]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            x = TLanes.Broadcast(x4[k]);
            s40 = TLanes.FusedMultiplyAdd(x, w0, s40);
            s41 = TLanes.FusedMultiplyAdd(x, w1, s41);
            x = TLanes.Broadcast(x5[k]);
            s50 = TLanes.FusedMultiplyAdd(x, w0, s50);
            s51 = TLanes.FusedMultiplyAdd(x, w1, s51);
            weights += PackedMatrix.PanelWidth;
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

    /// <summary>
    /// Four rows by two vectors of sums, for what six leave over; the parameters are those of <see cref="SixRows"/>, of four rows.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows<TVector, TLanes>(
        float** inputs,
        nint start,
        float** destinations,
        nint terms,
        float* weights,
        int column,
        float** following,
        float* ahead,
        nint step
    )
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
        if (Sse.IsSupported)
        {
            for (int row = 0; row < FewRows; row++)
            {
                Sse.Prefetch0(following[row] + column);
                Sse.Prefetch0(following[row] + next);
            }
        }

        float* x0 = inputs[0] + start;
        float* x1 = inputs[1] + start;
        float* x2 = inputs[2] + start;
        float* x3 = inputs[3] + start;

        nint k = 0;
        TVector w0,
            w1,
            x;
        for (; k + Unrolled <= terms; k += Unrolled)
        {
            if (Sse.IsSupported)
            {
                // A line each while few rows share a panel; with many the same line again, which costs nothing.
                Sse.Prefetch1(ahead);
                Sse.Prefetch1(ahead + (step / 4));
                Sse.Prefetch1(ahead + (step / 2));
                Sse.Prefetch1(ahead + (3 * step / 4));
                ahead += step;
            }

            w0 = TLanes.Load(weights);
            w1 = TLanes.Load(weights + TLanes.Count);
            x = TLanes.Broadcast(x0[k]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            w0 = TLanes.Load(weights + PackedMatrix.PanelWidth);
            w1 = TLanes.Load(weights + PackedMatrix.PanelWidth + TLanes.Count);
            x = TLanes.Broadcast(x0[k + 1]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k + 1]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k + 1]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k + 1]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            w0 = TLanes.Load(weights + (2 * PackedMatrix.PanelWidth));
            w1 = TLanes.Load(weights + (2 * PackedMatrix.PanelWidth) + TLanes.Count);
            x = TLanes.Broadcast(x0[k + 2]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k + 2]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k + 2]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k + 2]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            w0 = TLanes.Load(weights + (3 * PackedMatrix.PanelWidth));
            w1 = TLanes.Load(weights + (3 * PackedMatrix.PanelWidth) + TLanes.Count);
            x = TLanes.Broadcast(x0[k + 3]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k + 3]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k + 3]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k + 3]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            weights += Unrolled * PackedMatrix.PanelWidth;
        }

        for (; k < terms; k++)
        {
            w0 = TLanes.Load(weights);
            w1 = TLanes.Load(weights + TLanes.Count);
            x = TLanes.Broadcast(x0[k]);
            s00 = TLanes.FusedMultiplyAdd(x, w0, s00);
            s01 = TLanes.FusedMultiplyAdd(x, w1, s01);
            x = TLanes.Broadcast(x1[k]);
            s10 = TLanes.FusedMultiplyAdd(x, w0, s10);
            s11 = TLanes.FusedMultiplyAdd(x, w1, s11);
            x = TLanes.Broadcast(x2[k]);
            s20 = TLanes.FusedMultiplyAdd(x, w0, s20);
            s21 = TLanes.FusedMultiplyAdd(x, w1, s21);
            x = TLanes.Broadcast(x3[k]);
            s30 = TLanes.FusedMultiplyAdd(x, w0, s30);
            s31 = TLanes.FusedMultiplyAdd(x, w1, s31);
            weights += PackedMatrix.PanelWidth;
        }

        TLanes.Store(s00, destinations[0] + column);
        TLanes.Store(s01, destinations[0] + next);
        TLanes.Store(s10, destinations[1] + column);
        TLanes.Store(s11, destinations[1] + next);
        TLanes.Store(s20, destinations[2] + column);
        TLanes.Store(s21, destinations[2] + next);
        TLanes.Store(s30, destinations[3] + column);
        TLanes.Store(s31, destinations[3] + next);
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
