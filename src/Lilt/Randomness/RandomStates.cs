using System.Runtime.Intrinsics;

namespace Lilt.Randomness;

/// <summary>
/// Eight of NumPy's generators side by side, of seeds that follow one another: each gives what its <see cref="RandomState"/> gives. For the
/// first draws of many seeds: only as much of a generator is seeded as the draws need.
/// </summary>
/// <remarks>The lanes run across seeds. Where there are no vectors of 256 bits the runtime makes them of smaller ones.</remarks>
internal sealed class RandomStates
{
    /// <summary>Generators.</summary>
    public const int Count = 8;

    private const int Length = 624;
    private const int Middle = 397;
    private const double TwoTo26 = 67108864.0;
    private const double TwoTo53 = 9007199254740992.0;

    private readonly Vector256<uint>[] state = new Vector256<uint>[Length];
    private Vector256<uint> last;
    private int seeded;
    private int next;

    /// <summary>Begins anew, with the seeds from <paramref name="first"/> on; after the largest comes 0.</summary>
    public void Seed(uint first)
    {
        last = Vector256.Create(first) + Vector256<uint>.Indices;
        state[0] = last;
        seeded = 1;
        next = 0;
    }

    /// <summary>The next double of each, [8].</summary>
    public void NextDoubles(Span<double> destination)
    {
        Vector256<uint> high = NextUInt32s() >>> 5;
        Vector256<uint> low = NextUInt32s() >>> 6;
        for (int lane = 0; lane < Count; lane++)
        {
            destination[lane] = ((high[lane] * TwoTo26) + low[lane]) / TwoTo53;
        }
    }

    // A word is made in its place as it is asked for. Within the first round the ones behind it are still those of the seed.
    private Vector256<uint> NextUInt32s()
    {
        int n = next == Length ? 0 : next;
        next = n + 1;
        SeedUpTo(Math.Min(Length, n + Middle + 1));
        Vector256<uint> bits = (state[n] & Vector256.Create(0x80000000u)) | (state[(n + 1) % Length] & Vector256.Create(0x7FFFFFFFu));
        Vector256<uint> twist = Vector256.Create(0x9908B0DFu) & (Vector256<uint>.Zero - (bits & Vector256<uint>.One));
        Vector256<uint> y = state[(n + Middle) % Length] ^ (bits >>> 1) ^ twist;
        state[n] = y;
        y ^= y >>> 11;
        y ^= (y << 7) & Vector256.Create(0x9D2C5680u);
        y ^= (y << 15) & Vector256.Create(0xEFC60000u);
        return y ^ (y >>> 18);
    }

    private void SeedUpTo(int length)
    {
        for (; seeded < length; seeded++)
        {
            last = ((last ^ (last >>> 30)) * Vector256.Create(1812433253u)) + Vector256.Create((uint)seeded);
            state[seeded] = last;
        }
    }
}
