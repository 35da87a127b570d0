namespace Lilt.Randomness;

/// <summary>NumPy's legacy generator: the Mersenne Twister MT19937 seeded by a whole number, and its 53-bit doubles.</summary>
/// <remarks>
/// Equal, draw by draw, to <c>numpy.random.RandomState(seed).random_sample()</c>, in any version of NumPy. Not safe for
/// use by several threads at once.
/// Source: M. Matsumoto and T. Nishimura, Mersenne Twister, ACM TOMACS 8(1), 1998; seeding as in their 2002 version.
/// </remarks>
public sealed class RandomState
{
    private const int Length = 624;
    private const int Middle = 397;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7FFFFFFF;
    private const uint Twist = 0x9908B0DF;
    private const double TwoTo26 = 67108864.0;
    private const double TwoTo53 = 9007199254740992.0;

    private readonly uint[] state = new uint[Length];
    private int next = Length;

    /// <param name="seed">Any seed that NumPy takes: 0 to <see cref="Seed.Largest"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is over that.</exception>
    public RandomState(Seed seed)
    {
        state[0] = seed.OfTunes();
        for (uint n = 1; n < Length; n++)
        {
            uint before = state[n - 1];
            state[n] = (1812433253u * (before ^ (before >> 30))) + n;
        }
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (next == Length)
        {
            Refill();
        }

        uint y = state[next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>The next double, uniform over the multiples of 2^−53 in [0, 1); two draws of 32 bits.</summary>
    public double NextDouble()
    {
        uint high = NextUInt32() >> 5;
        uint low = NextUInt32() >> 6;
        return ((high * TwoTo26) + low) / TwoTo53;
    }

    /// <summary>A whole number in [0, <paramref name="count"/>), each as likely; what is left over is drawn again.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is under 1.</exception>
    public int NextBelow(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        uint whole = uint.MaxValue - (uint.MaxValue % (uint)count);
        uint drawn;
        do
        {
            drawn = NextUInt32();
        } while (drawn >= whole);

        return (int)(drawn % (uint)count);
    }

    private void Refill()
    {
        for (int n = 0; n < Length; n++)
        {
            uint bits = (state[n] & UpperBit) | (state[(n + 1) % Length] & LowerBits);
            state[n] = state[(n + Middle) % Length] ^ (bits >> 1) ^ ((bits & 1) == 0 ? 0 : Twist);
        }

        next = 0;
    }
}
