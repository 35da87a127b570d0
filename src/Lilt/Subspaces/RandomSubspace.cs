using Lilt.Randomness;

namespace Lilt.Subspaces;

/// <summary>Directions drawn at random, all as likely: what a subspace that was found is held against.</summary>
public static class RandomSubspace
{
    /// <summary>Uniform numbers in a sum: its distribution is normal but for its tails, and no logarithm or cosine is in it, whose last bit
    /// may depend on the machine.</summary>
    private const int Terms = 12;

    /// <summary>Draws directions.</summary>
    /// <param name="directions">K, 1 to <paramref name="width"/>.</param>
    /// <param name="width">2H, the numbers of a state.</param>
    /// <param name="seed">The same seed gives the same directions on every machine.</param>
    public static Subspace Draw(int directions, int width, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(directions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(directions, width);
        return Orthonormal(Rows(directions, width, seed), width);
    }

    /// <summary>Draws directions that favour some numbers.</summary>
    /// <param name="directions">K, 1 to as many as the scale has numbers over 0.</param>
    /// <param name="scale">[2H]: how large each number is beside the others, 0 or more.</param>
    /// <param name="seed">The same seed gives the same directions on every machine.</param>
    internal static Subspace Draw(int directions, double[] scale, Seed seed) =>
        Orthonormal(Rows(directions, scale.Length, seed, scale), scale.Length);

    private static Subspace Orthonormal(double[] rows, int width)
    {
        RowArithmetic.Orthonormalise(rows, width);
        return new Subspace(Array.ConvertAll(rows, static value => (float)value), width);
    }

    /// <summary>Random rows, not yet orthonormal, each number times its scale where there is one: [K, N].</summary>
    internal static double[] Rows(int directions, int width, Seed seed, double[]? scale = null)
    {
        SplitMix64 random = new(seed.Derive("random subspace"));
        double[] rows = new double[directions * width];
        for (int n = 0; n < rows.Length; n++)
        {
            double sum = -Terms / 2.0;
            for (int term = 0; term < Terms; term++)
            {
                sum += (random.Next() >> 11) * (1.0 / (1L << 53));
            }

            rows[n] = sum * (scale is null ? 1.0 : scale[n % width]);
        }

        return rows;
    }
}
