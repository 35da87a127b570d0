using System.Numerics;
using System.Runtime.InteropServices;

namespace Lilt.Network.Kernels;

/// <summary>
/// A matrix [K, N] whose weights take sixteen bits each without losing any: half the memory to read where a product is bound by
/// reading, which a single row's is.
/// </summary>
/// <remarks>
/// <para>
/// Weights are so when each has at most ten bits of fraction and all exponents lie within 31 of each other, as those of a file of
/// float16 do. One is kept as its sign, five bits of exponent and ten of fraction. Moved to where a float32 has them, they are the
/// weight divided by <see cref="Scale"/>, a power of two; multiplied by a value times <see cref="Scale"/> they give the very product
/// that the weight and the value do, so a fused multiply-add gives the very sum. No kept weight is subnormal, whatever it was in the file.
/// </para>
/// <para>
/// Groups of <see cref="GroupWidth"/> columns, the last perhaps narrower, each [K, pieces of 32 columns, 16 words] in one run of
/// memory; a word holds column j of its piece in its upper half and column 16 + j in its lower. Columns past N are zero.
/// </para>
/// </remarks>
internal sealed unsafe class NarrowMatrix : IDisposable
{
    /// <summary>Columns of a piece.</summary>
    public const int PieceWidth = PackedMatrix.PanelWidth;

    /// <summary>Columns whose weights of one term lie together: four vectors of AVX-512, read in order from first to last.</summary>
    public const int GroupWidth = 4 * PieceWidth;

    /// <summary>Words of a piece.</summary>
    public const int PieceWords = PieceWidth / 2;

    /// <summary>The bits that a widened weight may have: the sign, the lower five of the exponent, the upper ten of the fraction.</summary>
    public const int WidenedBits = unchecked((int)0x8FFF_E000);

    private const nuint CacheLine = 64;
    private const int FractionBits = 23;
    private const int DroppedBits = 13;
    private const int ExponentBias = 127;
    private const int LargestExponent = 31;
    private const uint SignBit = 0x8000_0000;
    private readonly int shift;
    private uint* words;

    /// <param name="rows">K.</param>
    /// <param name="columns">N.</param>
    /// <param name="shift">Scale's exponent, as <see cref="ShiftFor"/> gives it for the weights that will be filled in.</param>
    public NarrowMatrix(int rows, int columns, int shift)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        ArgumentOutOfRangeException.ThrowIfNegative(shift);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(shift, ExponentBias);
        this.shift = shift;
        Rows = rows;
        PaddedColumns = PackedMatrix.RoundUp(columns);
        Scale = BitConverter.UInt32BitsToSingle((uint)(shift + ExponentBias) << FractionBits);
        words = (uint*)NativeMemory.AlignedAlloc(Bytes, CacheLine);
        NativeMemory.Clear(words, Bytes);
        GC.AddMemoryPressure((long)Bytes);
    }

    ~NarrowMatrix() => Release();

    /// <summary>K.</summary>
    public int Rows { get; }

    /// <summary>N rounded up to <see cref="PieceWidth"/>.</summary>
    public int PaddedColumns { get; }

    /// <summary>What a kept weight is to be multiplied by: 2 to the power of 0 to 127.</summary>
    public float Scale { get; }

    private nuint Bytes => (nuint)Rows * (nuint)PaddedColumns * sizeof(ushort);

    /// <summary>Scale's exponent for a matrix of these weights, or null if sixteen bits do not hold them all.</summary>
    /// <param name="parts">The weights, in any order; finite.</param>
    public static int? ShiftFor(IEnumerable<float[]> parts)
    {
        int smallest = int.MaxValue;
        int largest = 0;
        foreach (float[] part in parts)
        {
            foreach (float weight in part)
            {
                uint bits = BitConverter.SingleToUInt32Bits(weight) & ~SignBit;
                if (bits == 0)
                {
                    continue;
                }

                int exponent = (int)(bits >> FractionBits);

                // A subnormal float32 is no weight of a float16 file.
                if (exponent == 0 || BitOperations.TrailingZeroCount(bits) < DroppedBits)
                {
                    return null;
                }

                smallest = Math.Min(smallest, exponent);
                largest = Math.Max(largest, exponent);
            }
        }

        int shift = Math.Max(0, largest - LargestExponent);
        return smallest > shift && shift <= ExponentBias ? shift : null;
    }

    /// <summary>
    /// The words of the first term from a column on, a multiple of <see cref="PieceWidth"/>; those of the next term are
    /// <see cref="Stride"/> further.
    /// </summary>
    public uint* Words(int column)
    {
        int within = column % GroupWidth;
        return words + ((nint)(column - within) * Rows / 2) + (within / 2);
    }

    /// <summary>Words from one term of a column to the next.</summary>
    public int Stride(int column) => Math.Min(GroupWidth, PaddedColumns - (column / GroupWidth * GroupWidth)) / 2;

    /// <summary>Copies <paramref name="source"/> [K, columns], row-major, to columns from <paramref name="column"/>.</summary>
    public void Fill(ReadOnlySpan<float> source, int columns, int column)
    {
        if (source.Length != Rows * columns)
        {
            throw new ArgumentException($"{source.Length} values for {Rows} × {columns}.", nameof(source));
        }

        for (int n = 0; n < columns; )
        {
            int within = (column + n) % PieceWidth;
            int count = Math.Min(PieceWidth - within, columns - n);
            uint* piece = Words(column + n - within);
            for (int k = 0; k < Rows; k++)
            {
                for (int j = 0; j < count; j++)
                {
                    int place = within + j;
                    piece[place % PieceWords] |= Narrow(source[(k * columns) + n + j]) << (place < PieceWords ? 16 : 0);
                }

                piece += Stride(column + n);
            }

            n += count;
        }
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private uint Narrow(float weight)
    {
        uint bits = BitConverter.SingleToUInt32Bits(weight);
        uint magnitude = bits & ~SignBit;
        uint kept = magnitude == 0 ? 0 : (magnitude >> DroppedBits) - ((uint)shift << (FractionBits - DroppedBits));
        return kept | (bits >> 16 & SignBit >> 16);
    }

    private void Release()
    {
        if (words != null)
        {
            NativeMemory.AlignedFree(words);
            words = null;
            GC.RemoveMemoryPressure((long)Bytes);
        }
    }
}
