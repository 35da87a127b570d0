namespace Lilt.Randomness;

/// <summary>
/// A small generator for resampling and shifting, apart from the one that draws tokens: no analysis ever moves a sampling stream.
/// </summary>
/// <remarks>
/// Its state advances by one constant, so streams whose seeds differ by a multiple of that constant are one stream, and no sum of a seed
/// and a number is safe: streams are parted by <see cref="Derive"/> alone. Source: G. Steele, D. Lea and C. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, figure 17.
/// </remarks>
internal struct SplitMix64(ulong seed)
{
    /// <summary>What the state advances by at every draw: 2⁶⁴ over the golden ratio, odd.</summary>
    public const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong state = seed;

    /// <summary>The seed of a stream of its own: a mixture of a seed, the stream's name and numbers that tell it from its kind.</summary>
    /// <remarks>
    /// Each value is absorbed by a multiplication with an odd number, an addition and MurmurHash3's finaliser, all of them invertible: for
    /// one name and its numbers no two seeds derive the same, and for one seed no two last numbers do. The length of the name and how many
    /// numbers follow are absorbed as well. Source of the finaliser: A. Appleby, MurmurHash3, fmix64, 2011, another than the generator's
    /// own.
    /// </remarks>
    /// <param name="seed">What all streams of the work derive from.</param>
    /// <param name="stream">What the numbers are for.</param>
    /// <param name="numbers">Which of its kind: a layer, a tune.</param>
    public static ulong Derive(ulong seed, string stream, params ReadOnlySpan<int> numbers)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        ulong derived = Absorb(Absorb(seed, (ulong)stream.Length), (ulong)numbers.Length);
        foreach (char letter in stream)
        {
            derived = Absorb(derived, letter);
        }

        foreach (int number in numbers)
        {
            derived = Absorb(derived, unchecked((ulong)number));
        }

        return derived;
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        state += Increment;
        ulong mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> − 1, the chances equal to within count/2⁶⁴.</summary>
    public int Below(int count) => (int)Math.BigMul(Next(), (ulong)count, out _);

    private static ulong Absorb(ulong state, ulong value)
    {
        ulong mixed = unchecked((state * 0xD1342543DE82EF95) + value + 0x2545F4914F6CDD1D);
        mixed = (mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCD;
        mixed = (mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53;
        return mixed ^ (mixed >> 33);
    }
}
