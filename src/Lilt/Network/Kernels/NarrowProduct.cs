using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lilt.Network.Kernels;

/// <summary>
/// destination += input · matrix for one row of a <see cref="NarrowMatrix"/>; every sum has the bits that <see cref="MatrixProduct"/>
/// gives.
/// </summary>
internal static unsafe class NarrowProduct
{
    /// <summary>
    /// How far ahead of its use memory is asked for, in words: 16 kB. Some processors do not see by themselves that it will be read in
    /// order.
    /// </summary>
    private const int Ahead = 4096;

    /// <summary>Outputs from <paramref name="firstColumn"/> to <paramref name="endColumn"/>, multiples of a piece.</summary>
    /// <param name="input">[K], scaled or plain.</param>
    /// <param name="isScaled">Whether the input is what <see cref="Scale"/> made of it.</param>
    /// <param name="destination">[N].</param>
    /// <param name="matrix">[K, N].</param>
    /// <param name="firstColumn">The first output.</param>
    /// <param name="endColumn">One past the last.</param>
    public static void AccumulateRow<TVector, TLanes>(
        float* input,
        bool isScaled,
        float* destination,
        NarrowMatrix matrix,
        int firstColumn,
        int endColumn
    )
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        if (isScaled)
        {
            Columns<TVector, TLanes>(input, destination, matrix, firstColumn, endColumn);
        }
        else
        {
            PlainColumns<TVector, TLanes>(input, destination, matrix, firstColumn, endColumn);
        }
    }

    /// <summary>
    /// Multiplies a row by a matrix's scale. False if that takes a value beyond float32, which only an operation can cause: then the plain
    /// row is for <see cref="AccumulateRow"/>. A value of 0 or under the normal range loses nothing, and what is no number stays none.
    /// </summary>
    /// <param name="input">[K].</param>
    /// <param name="matrix">[K, N].</param>
    /// <param name="scaled">[K].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Scale<TVector, TLanes>(float* input, NarrowMatrix matrix, float* scaled)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        int count = matrix.Rows;
        TVector factor = TLanes.Broadcast(matrix.Scale);
        TVector largest = TLanes.Broadcast(float.MaxValue);
        bool isBeyond = false;
        int k = 0;
        for (; k + TLanes.Count <= count; k += TLanes.Count)
        {
            TVector product = TLanes.Multiply(TLanes.Load(input + k), factor);
            isBeyond |= TLanes.AnyLess(largest, TLanes.Abs(product));
            TLanes.Store(product, scaled + k);
        }

        for (; k < count; k++)
        {
            scaled[k] = input[k] * matrix.Scale;
            isBeyond |= MathF.Abs(scaled[k]) > float.MaxValue;
        }

        return !isBeyond;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<TVector, TLanes>(float* scaled, float* destination, NarrowMatrix matrix, int firstColumn, int endColumn)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        nint terms = matrix.Rows;
        int column = firstColumn;
        while (column < endColumn)
        {
            // Four vectors of words at a time, eight of sums, as far as columns of one group go.
            int ofGroup =
                Math.Min(endColumn, (column / NarrowMatrix.GroupWidth * NarrowMatrix.GroupWidth) + NarrowMatrix.GroupWidth) - column;
            uint* words = matrix.Words(column);
            nint stride = matrix.Stride(column);
            int wordCount = ofGroup / 2;
            int word = 0;
            for (; word + (4 * TLanes.Count) <= wordCount; word += 4 * TLanes.Count)
            {
                FourVectors<TVector, TLanes>(scaled, destination + column, words, word, stride, terms);
            }

            for (; word < wordCount; word += TLanes.Count)
            {
                float* target = destination + column + Column(word);
                uint* at = words + word;
                TVector upper = TLanes.Load(target);
                TVector lower = TLanes.Load(target + NarrowMatrix.PieceWords);
                for (nint k = 0; k < terms; k++)
                {
                    TVector x = TLanes.Broadcast(scaled[k]);
                    upper = TLanes.FusedMultiplyAdd(x, TLanes.WidenUpper(at), upper);
                    lower = TLanes.FusedMultiplyAdd(x, TLanes.WidenLower(at), lower);
                    at += stride;
                }

                TLanes.Store(upper, target);
                TLanes.Store(lower, target + NarrowMatrix.PieceWords);
            }

            column += ofGroup;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourVectors<TVector, TLanes>(float* scaled, float* destination, uint* words, int word, nint stride, nint terms)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        float* d0 = destination + Column(word);
        float* d1 = destination + Column(word + TLanes.Count);
        float* d2 = destination + Column(word + (2 * TLanes.Count));
        float* d3 = destination + Column(word + (3 * TLanes.Count));
        uint* at = words + word;
        TVector u0 = TLanes.Load(d0);
        TVector l0 = TLanes.Load(d0 + NarrowMatrix.PieceWords);
        TVector u1 = TLanes.Load(d1);
        TVector l1 = TLanes.Load(d1 + NarrowMatrix.PieceWords);
        TVector u2 = TLanes.Load(d2);
        TVector l2 = TLanes.Load(d2 + NarrowMatrix.PieceWords);
        TVector u3 = TLanes.Load(d3);
        TVector l3 = TLanes.Load(d3 + NarrowMatrix.PieceWords);
        for (nint k = 0; k < terms; k++)
        {
            if (Sse.IsSupported)
            {
                // One a cache line: a vector of sixteen words fills one.
                Sse.Prefetch1(at + Ahead);
                if (TLanes.Count >= 8)
                {
                    Sse.Prefetch1(at + Ahead + 16);
                }

                if (TLanes.Count >= 16)
                {
                    Sse.Prefetch1(at + Ahead + 32);
                    Sse.Prefetch1(at + Ahead + 48);
                }
            }

            TVector x = TLanes.Broadcast(scaled[k]);
            u0 = TLanes.FusedMultiplyAdd(x, TLanes.WidenUpper(at), u0);
            l0 = TLanes.FusedMultiplyAdd(x, TLanes.WidenLower(at), l0);
            u1 = TLanes.FusedMultiplyAdd(x, TLanes.WidenUpper(at + TLanes.Count), u1);
            l1 = TLanes.FusedMultiplyAdd(x, TLanes.WidenLower(at + TLanes.Count), l1);
            u2 = TLanes.FusedMultiplyAdd(x, TLanes.WidenUpper(at + (2 * TLanes.Count)), u2);
            l2 = TLanes.FusedMultiplyAdd(x, TLanes.WidenLower(at + (2 * TLanes.Count)), l2);
            u3 = TLanes.FusedMultiplyAdd(x, TLanes.WidenUpper(at + (3 * TLanes.Count)), u3);
            l3 = TLanes.FusedMultiplyAdd(x, TLanes.WidenLower(at + (3 * TLanes.Count)), l3);
            at += stride;
        }

        TLanes.Store(u0, d0);
        TLanes.Store(l0, d0 + NarrowMatrix.PieceWords);
        TLanes.Store(u1, d1);
        TLanes.Store(l1, d1 + NarrowMatrix.PieceWords);
        TLanes.Store(u2, d2);
        TLanes.Store(l2, d2 + NarrowMatrix.PieceWords);
        TLanes.Store(u3, d3);
        TLanes.Store(l3, d3 + NarrowMatrix.PieceWords);
    }

    /// <summary>The weights themselves: widened, then scaled back, which is exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PlainColumns<TVector, TLanes>(float* input, float* destination, NarrowMatrix matrix, int firstColumn, int endColumn)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector scale = TLanes.Broadcast(matrix.Scale);
        for (int column = firstColumn; column < endColumn; column += NarrowMatrix.PieceWidth)
        {
            for (int word = 0; word < NarrowMatrix.PieceWords; word += TLanes.Count)
            {
                float* target = destination + column + word;
                uint* at = matrix.Words(column) + word;
                TVector upper = TLanes.Load(target);
                TVector lower = TLanes.Load(target + NarrowMatrix.PieceWords);
                for (nint k = 0; k < matrix.Rows; k++)
                {
                    TVector x = TLanes.Broadcast(input[k]);
                    upper = TLanes.FusedMultiplyAdd(x, TLanes.Multiply(TLanes.WidenUpper(at), scale), upper);
                    lower = TLanes.FusedMultiplyAdd(x, TLanes.Multiply(TLanes.WidenLower(at), scale), lower);
                    at += matrix.Stride(column);
                }

                TLanes.Store(upper, target);
                TLanes.Store(lower, target + NarrowMatrix.PieceWords);
            }
        }
    }

    /// <summary>The column of a group that the upper half of a word holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Column(int word) => word + (word / NarrowMatrix.PieceWords * NarrowMatrix.PieceWords);
}
