using Lilt.Randomness;
using Lilt.Studies.Control;
using Xunit;

namespace Lilt.Tests.Studies.Control;

public sealed class RandomSetsTests
{
    private static readonly double[] Strengths = [.. Enumerable.Range(0, 64).Select(unit => (double)((unit * 37) % 64))];

    [Fact]
    public void Draw_Matched_HasTheTargetsCountInEveryBin()
    {
        int[] target = [.. Enumerable.Range(0, 64).Where(unit => Strengths[unit] is < 8 or (> 40 and < 50))];
        ControlSets sets = Draw(target, ControlNull.Matched, ControlPool.Layer);

        Assert.Equal([8, 0, 0, 0, 0, 7, 2, 0], sets.TargetCounts);
        Assert.All(sets.Sets, set => Assert.Equal(sets.TargetCounts, Counts(set)));
        Assert.All(sets.Sets, set => Assert.Equal(set.Count, set.Distinct().Count()));
        Assert.Equal(0, sets.Spilled);
        Assert.True(sets.Sets.Select(set => string.Join(' ', set)).Distinct().Count() > 1);
    }

    [Fact]
    public void Draw_Others_LeavesTheTargetOutAndSpillsToTheNearestBins()
    {
        int[] target = [.. Enumerable.Range(0, 64).Where(unit => Strengths[unit] is >= 16 and < 23)];
        ControlSets sets = Draw(target, ControlNull.Matched, ControlPool.Others);

        // Bin 2 holds 8 units, 7 of them the target's: one is left, and six come from the stronger neighbour.
        Assert.Equal([0, 0, 7, 0, 0, 0, 0, 0], sets.TargetCounts);
        Assert.Equal([0, 0, 1, 6, 0, 0, 0, 0], sets.DrawnCounts);
        Assert.Equal(6, sets.Spilled);
        Assert.Equal(0, sets.Overlap);
        Assert.All(sets.Sets, set => Assert.Equal(sets.DrawnCounts, Counts(set)));
        Assert.All(sets.Sets, set => Assert.Empty(set.Intersect(target)));
    }

    [Fact]
    public void Draw_OthersOfMoreThanHalfALayer_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Draw([.. Enumerable.Range(0, 33)], ControlNull.Matched, ControlPool.Others));

    [Fact]
    public void Draw_Uniform_HoldsEveryUnitAboutAsOften()
    {
        ControlSets sets = RandomSets.Draw(
            new ControlTarget(1, [.. Enumerable.Range(0, 16)]),
            Strengths,
            new ControlOptions { Null = ControlNull.Uniform, Sets = 2000 },
            seed: 5
        );
        int[] times = new int[64];
        foreach (int unit in sets.Sets.SelectMany(set => set))
        {
            times[unit]++;
        }

        // Binomial of 2,000 draws at 1/4: 500 with a standard deviation of 19.4; five of those.
        Assert.All(times, count => Assert.InRange(count, 403, 597));
        Assert.Equal(0.25, sets.Overlap, 0.01);
    }

    [Fact]
    public void P_TargetsDrawnAtRandom_IsUniformWhenSetsComeFromTheWholeLayer() =>
        Assert.True(Uniformity.Distance(AdditiveP(ControlPool.Layer), 20) < Uniformity.Bound(Targets));

    /// <summary>Why the whole layer is the default: from outside a target of a third of the layer, p is not a p.</summary>
    [Fact]
    public void P_TargetsDrawnAtRandom_IsNotUniformWhenSetsComeFromOutsideTheTarget()
    {
        double[] p = AdditiveP(ControlPool.Others);
        Assert.True(Uniformity.Distance(p, 20) > 2 * Uniformity.Bound(Targets));
        Assert.True(p.Count(value => value <= 0.05) > 0.1 * Targets);
    }

    private const int Targets = 1000;

    /// <summary>p at a study's sizes, 169 of 512 units and 19 sets, in a layer whose units do harm that adds up, each its own.</summary>
    private static double[] AdditiveP(ControlPool pool)
    {
        RandomState random = new(3);
        double[] strengths = [.. Enumerable.Range(0, 512).Select(_ => random.NextDouble())];
        double[] harm = [.. strengths.Select(strength => -strength * Math.Log(1 - random.NextDouble()))];
        double[] p = new double[Targets];
        for (int target = 0; target < Targets; target++)
        {
            int[] units = Drawn(random, 512, 169);
            ControlSets sets = RandomSets.Draw(
                new ControlTarget(1, units),
                strengths,
                new ControlOptions { Pool = pool, Sets = 19 },
                (uint)target
            );
            p[target] = DamageResiduals.P([-units.Sum(unit => harm[unit]), .. sets.Sets.Select(set => -set.Sum(unit => harm[unit]))]);
        }

        return p;
    }

    private static int[] Drawn(RandomState random, int units, int count)
    {
        int[] all = [.. Enumerable.Range(0, units)];
        for (int n = 0; n < count; n++)
        {
            int other = n + random.NextBelow(units - n);
            (all[n], all[other]) = (all[other], all[n]);
        }

        return all[..count];
    }

    private static int[] Counts(IReadOnlyList<int> set)
    {
        int[] counts = new int[8];
        foreach (int unit in set)
        {
            counts[(int)Strengths[unit] / 8]++;
        }

        return counts;
    }

    private static ControlSets Draw(int[] target, ControlNull what, ControlPool pool) =>
        RandomSets.Draw(new ControlTarget(1, target), Strengths, new ControlOptions { Null = what, Pool = pool }, seed: 1);
}
