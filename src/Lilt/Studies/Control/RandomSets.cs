using Lilt.Randomness;
using Lilt.Statistics;

namespace Lilt.Studies.Control;

/// <summary>Draws sets of units that are as large as a target and match it.</summary>
internal static class RandomSets
{
    /// <summary>Bins of strength.</summary>
    public const int Bins = 8;

    /// <summary>Draws K sets.</summary>
    /// <param name="target">The target, checked.</param>
    /// <param name="strengths">The strength of every unit of its layer, [H].</param>
    /// <param name="options">K, the null and the pool.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="ArgumentException">The pool holds fewer units than the target.</exception>
    public static ControlSets Draw(ControlTarget target, double[] strengths, ControlOptions options, Seed seed)
    {
        int[] binOf = BinOf(strengths, options.Null == ControlNull.Matched ? Bins : 1);
        bool[] isTarget = new bool[strengths.Length];
        foreach (int unit in target.Units)
        {
            isTarget[unit] = true;
        }

        List<int>[] pools = Pools(binOf, isTarget, options);
        int[] wanted = new int[pools.Length];
        foreach (int unit in target.Units)
        {
            wanted[binOf[unit]]++;
        }

        int[] drawn = Quotas(wanted, [.. pools.Select(pool => pool.Count)], target);
        SplitMix64 generator = new(seed);
        int[][] sets = new int[options.Sets][];
        for (int set = 0; set < sets.Length; set++)
        {
            sets[set] = DrawOne(pools, drawn, ref generator);
        }

        return new ControlSets
        {
            Layer = target.Layer,
            Sets = sets,
            TargetCounts = wanted,
            DrawnCounts = drawn,
            Spilled = wanted.Zip(drawn, (want, has) => Math.Max(0, want - has)).Sum(),
            TargetStrength = Mean(target.Units, strengths),
            RandomStrength = sets.Average(set => Mean(set, strengths)),
            SmallestBin = binOf.CountBy(bin => bin).Min(bin => bin.Value),
            Strengths = strengths,
            Bins = binOf,
            Overlap = sets.Average(set => (double)set.Count(unit => isTarget[unit]) / set.Length),
        };
    }

    /// <summary>The bin of each unit: bins of equal numbers of units by rank, the weakest first, equal strengths by unit.</summary>
    private static int[] BinOf(double[] strengths, int bins)
    {
        int[] ranked = Ranking.Ascending(strengths);
        int[] binOf = new int[strengths.Length];
        for (int rank = 0; rank < ranked.Length; rank++)
        {
            binOf[ranked[rank]] = (int)((long)rank * bins / ranked.Length);
        }

        return binOf;
    }

    private static List<int>[] Pools(int[] binOf, bool[] isTarget, ControlOptions options)
    {
        List<int>[] pools = [.. Enumerable.Range(0, options.Null == ControlNull.Matched ? Bins : 1).Select(_ => new List<int>())];
        for (int unit = 0; unit < binOf.Length; unit++)
        {
            if (options.Pool == ControlPool.Layer || !isTarget[unit])
            {
                pools[binOf[unit]].Add(unit);
            }
        }

        return pools;
    }

    /// <summary>
    /// How many to draw from each bin: as many as are wanted; what a bin lacks is taken from the nearest bin that has units left over,
    /// of two as near from the stronger, so that what is drawn can say no less than what was wanted.
    /// </summary>
    private static int[] Quotas(int[] wanted, int[] available, ControlTarget target)
    {
        if (available.Sum() < wanted.Sum())
        {
            throw new ArgumentException(
                $"The target holds {wanted.Sum()} units of layer {target.Layer} and only {available.Sum()} others are there to draw from: draw from the whole layer.",
                nameof(target)
            );
        }

        int[] quotas = [.. wanted.Zip(available, Math.Min)];
        int[] spare = [.. available.Zip(quotas, (has, drawn) => has - drawn)];
        for (int bin = 0; bin < wanted.Length; bin++)
        {
            int lacking = wanted[bin] - Math.Min(wanted[bin], available[bin]);
            for (int distance = 1; lacking > 0; distance++)
            {
                foreach (int near in (ReadOnlySpan<int>)[bin + distance, bin - distance])
                {
                    if (near >= 0 && near < wanted.Length)
                    {
                        int taken = Math.Min(lacking, spare[near]);
                        quotas[near] += taken;
                        spare[near] -= taken;
                        lacking -= taken;
                    }
                }
            }
        }

        return quotas;
    }

    // The first places of a Fisher-Yates shuffle of each bin's units.
    private static int[] DrawOne(List<int>[] pools, int[] quotas, ref SplitMix64 generator)
    {
        List<int> set = [];
        for (int bin = 0; bin < pools.Length; bin++)
        {
            int[] pool = [.. pools[bin]];
            for (int n = 0; n < quotas[bin]; n++)
            {
                int other = n + generator.Below(pool.Length - n);
                (pool[n], pool[other]) = (pool[other], pool[n]);
                set.Add(pool[n]);
            }
        }

        set.Sort();
        return [.. set];
    }

    private static double Mean(IReadOnlyList<int> units, double[] strengths) => units.Average(unit => strengths[unit]);
}
