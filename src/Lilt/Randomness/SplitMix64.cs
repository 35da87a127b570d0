namespace Lilt.Randomness;

/// <summary>
/// A small generator for resampling and shifting, apart from the one that draws tokens: no analysis ever moves a sampling stream.
/// </summary>
/// <remarks>
/// Its state advances by one constant, so streams whose seeds differ by a multiple of that constant are one stream, and no sum of a seed
/// and a number is safe: streams are parted by <see cref="Seed.Derive"/> alone. Source: G. Steele, D. Lea and C. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014, figure 17.
/// </remarks>
internal struct SplitMix64(Seed seed)
{
    /// <summary>What the state advances by at every draw: 2⁶⁴ over the golden ratio, odd.</summary>
    public const ulong Increment = 0x9E3779B97F4A7C15;

    private ulong state = seed.Value;

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

    /// <summary>Puts values in an order drawn at random, in place.</summary>
    /// <remarks>Source: R. Fisher and F. Yates; D. Knuth, The Art of Computer Programming, volume 2, algorithm 3.4.2P.</remarks>
    public void Shuffle<T>(Span<T> values)
    {
        for (int n = values.Length - 1; n > 0; n--)
        {
            int other = Below(n + 1);
            (values[n], values[other]) = (values[other], values[n]);
        }
    }
}
