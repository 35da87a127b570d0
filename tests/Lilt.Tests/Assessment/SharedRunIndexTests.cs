using Lilt.Assessment;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class SharedRunIndexTests
{
    [Fact]
    public void LongestRuns_AnyTune_EqualsTheDirectSearch()
    {
        Random random = new(4);
        List<byte[]> corpus = [];
        for (int i = 0; i < 40; i++)
        {
            corpus.Add(
                i % 5 == 4 ? EditDistanceTests.Mutated(random, corpus[i - 1]) : EditDistanceTests.RandomNotes(random, random.Next(0, 80), 3)
            );
        }

        SharedRunIndex index = new(corpus);
        for (int trial = 0; trial < 60; trial++)
        {
            byte[] tune =
                trial % 2 == 0
                    ? EditDistanceTests.Mutated(random, corpus[random.Next(corpus.Count)])
                    : EditDistanceTests.RandomNotes(random, random.Next(0, 80), 4);
            int[] runs = new int[tune.Length];

            index.LongestRuns(tune, runs);

            Assert.Equal(Direct(corpus, tune), runs);
        }
    }

    [Fact]
    public void LongestRuns_EqualTunesOfOneNote_EndAtTheTunesEnd()
    {
        byte[] same = [.. Enumerable.Repeat((byte)5, 300)];
        SharedRunIndex index = new([same, same, same]);
        int[] runs = new int[400];

        index.LongestRuns([.. Enumerable.Repeat((byte)5, 400)], runs);

        Assert.Equal(300, runs.Max());
        Assert.Equal(1, runs[^1]);
    }

    [Fact]
    public void LongestRuns_AcrossTwoTunes_DoesNotJoinThem()
    {
        SharedRunIndex index = new([
            [1, 2, 3],
            [4, 5, 6],
        ]);
        int[] runs = new int[6];

        index.LongestRuns([1, 2, 3, 4, 5, 6], runs);

        Assert.Equal([3, 2, 1, 3, 2, 1], runs);
    }

    private static int[] Direct(List<byte[]> corpus, byte[] tune)
    {
        int[] runs = new int[tune.Length];
        for (int start = 0; start < tune.Length; start++)
        {
            foreach (byte[] other in corpus)
            {
                for (int at = 0; at < other.Length; at++)
                {
                    runs[start] = Math.Max(runs[start], other.AsSpan(at).CommonPrefixLength(tune.AsSpan(start)));
                }
            }
        }

        return runs;
    }
}
