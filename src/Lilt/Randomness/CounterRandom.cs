namespace Lilt.Randomness;

/// <summary>
/// Random numbers that are addressed, not drawn: number n of a key is a hash of both. Nothing need be kept in a checkpoint,
/// and neither the order of the work nor its threads change a number.
/// </summary>
/// <remarks>
/// Source: G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014, figure 17
/// (SplitMix64's finaliser, over key + n·golden ratio).
/// </remarks>
internal readonly struct CounterRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private readonly ulong key;

    private CounterRandom(ulong key) => this.key = key;

    /// <summary>The numbers of a seed.</summary>
    public static CounterRandom OfSeed(Seed seed) => new(Mix(seed.Value + Golden));

    /// <summary>The numbers of a part of the work, independent of every other part's.</summary>
    /// <remarks>
    /// Seed and index are mixed alike, so that the part of a seed whose index equals it has key 0: its numbers are the same whatever the
    /// seed, and the first of them is 0. Another mixing would mend that and change every training.
    /// </remarks>
    public CounterRandom Part(long index) => new(Mix(key ^ Mix((ulong)index + Golden)));

    /// <summary>64 random bits.</summary>
    public ulong Bits(long index) => Mix(key + ((ulong)index * Golden));

    /// <summary>In [0, 1), 53 bits.</summary>
    public double Uniform(long index) => (Bits(index) >> 11) * (1.0 / (1L << 53));

    /// <summary>A standard normal number (Box and Muller, the cosine of each pair).</summary>
    public double Normal(long index)
    {
        double radius = Math.Sqrt(-2.0 * Math.Log(1.0 - Uniform(2 * index)));
        return radius * Math.Cos(2.0 * Math.PI * Uniform((2 * index) + 1));
    }

    /// <summary>0 to count − 1 in random order (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        int[] order = new int[count];
        for (int n = 0; n < count; n++)
        {
            order[n] = n;
        }

        for (int n = count - 1; n > 0; n--)
        {
            int other = (int)(Uniform(n) * (n + 1));
            (order[n], order[other]) = (order[other], order[n]);
        }

        return order;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
