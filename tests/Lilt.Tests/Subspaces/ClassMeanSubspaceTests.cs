using Lilt.Randomness;
using Lilt.Subspaces;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed class ClassMeanSubspaceTests
{
    private const double Rounding = 1e-6;

    [Fact]
    public void Of_MeansThatDifferAlongTwoAxes_FindsThemInOrder()
    {
        // Two states a class, apart along the third axis alone, which no mean shows.
        (int Class, float[] Mean)[] means = [(1, [4f, 0f, 0f, 0f]), (2, [-4f, 0f, 0f, 0f]), (5, [0f, 0f, 0f, 1f]), (7, [0f, 0f, 0f, -1f])];
        List<ReadOnlyMemory<float>> states = [];
        List<int> classes = [];
        foreach ((int of, float[] mean) in means)
        {
            states.Add(new float[] { mean[0] + 7f, mean[1] + 3f, 9f, mean[3] });
            states.Add(new float[] { mean[0] + 7f, mean[1] + 3f, -9f, mean[3] });
            classes.AddRange([of, of]);
        }

        ClassMeanSubspace found = ClassMeanSubspace.Of(states, classes);

        Assert.Equal(2, found.Subspace.Directions);
        Near([1, 0, 0, 0, 0, 0, 0, 1], found.Subspace.Basis.ToArray());
        Near([32.0 / 34.0, 2.0 / 34.0], [.. found.Shares]);
    }

    [Fact]
    public void Of_AnyStates_HoldsEveryDifferenceOfTheMeans()
    {
        (List<ReadOnlyMemory<float>> states, List<int> classes) = Scattered(4, 20, 12);

        ClassMeanSubspace found = ClassMeanSubspace.Of(states, classes);

        Assert.Equal(3, found.Subspace.Directions);
        Assert.Equal(1.0, found.Shares.Sum(), Rounding);
        Assert.Equal(found.Shares.OrderDescending(), found.Shares);
        float[][] means =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(of =>
                    Enumerable
                        .Range(0, 12)
                        .Select(n => states.Where((_, state) => classes[state] == of).Average(state => state.Span[n]))
                        .Select(mean => (float)mean)
                        .ToArray()
                ),
        ];
        float[] swapped = new float[12];
        found.Subspace.Swap(means[0], means[2], swapped);
        Near([.. means[2].Select(value => (double)value)], swapped);
    }

    [Fact]
    public void Of_AtMostSome_GivesTheFirst()
    {
        (List<ReadOnlyMemory<float>> states, List<int> classes) = Scattered(5, 30, 12);

        ClassMeanSubspace all = ClassMeanSubspace.Of(states, classes);
        ClassMeanSubspace two = ClassMeanSubspace.Of(states, classes, 2);

        Assert.Equal(all.Subspace.First(2).Basis.ToArray(), two.Subspace.Basis.ToArray());
        Assert.Equal(all.Shares.Take(2), two.Shares);
    }

    [Fact]
    public void Of_OneClass_IsAnError()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => ClassMeanSubspace.Of([new float[4], new float[4]], [3, 3]));
        Assert.StartsWith("States of 1 class: means can be compared from two on.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MeansThatAgree_IsAnError()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => ClassMeanSubspace.Of([new float[4], new float[4]], [3, 4]));
        Assert.StartsWith("The means of the classes do not differ.", fault.Message, StringComparison.Ordinal);
    }

    private static (List<ReadOnlyMemory<float>> States, List<int> Classes) Scattered(int classes, int states, int width)
    {
        SplitMix64 random = new(new Seed(4).Derive("scattered"));
        List<ReadOnlyMemory<float>> values = [];
        for (int state = 0; state < states; state++)
        {
            float[] of = new float[width];
            for (int n = 0; n < width; n++)
            {
                of[n] = (random.Below(2001) - 1000) / 1000f;
            }

            values.Add(of);
        }

        return (values, [.. Enumerable.Range(0, states).Select(state => state % classes)]);
    }

    private static void Near(double[] expected, float[] found) => Near(expected, [.. found.Select(value => (double)value)]);

    private static void Near(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (int n = 0; n < expected.Length; n++)
        {
            Assert.Equal(expected[n], found[n], Rounding);
        }
    }
}
