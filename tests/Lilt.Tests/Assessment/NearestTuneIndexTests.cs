using Lilt.Assessment;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class NearestTuneIndexTests
{
    [Fact]
    public void Find_AnyTune_IsTheFirstOfTheNearestByTable()
    {
        Random random = new(3);
        List<byte[]> corpus =
        [
            [],
        ];
        for (int i = 0; i < 120; i++)
        {
            corpus.Add(
                i % 4 == 3 ? EditDistanceTests.Mutated(random, corpus[i]) : EditDistanceTests.RandomNotes(random, random.Next(0, 90), 9)
            );
        }

        corpus.Add(corpus[5]);
        NearestTuneIndex index = new(corpus);
        for (int trial = 0; trial < 60; trial++)
        {
            byte[] tune =
                trial % 2 == 0
                    ? EditDistanceTests.Mutated(random, corpus[random.Next(corpus.Count)])
                    : EditDistanceTests.RandomNotes(random, random.Next(1, 90), 14);

            Assert.Equal(ByTable(corpus, tune), index.Find(tune));
        }
    }

    [Fact]
    public void Find_MoreOfOneNoteThanAByteCounts_IsStillExact()
    {
        byte[] many = [.. Enumerable.Repeat((byte)7, 600)];
        NearestTuneIndex index = new([
            [1, 2, 3],
            many,
        ]);

        Assert.Equal(new NearestTune(1, 0, 600), index.Find(many));
        Assert.Equal(new NearestTune(1, 1, 600), index.Find(many.AsSpan(1)));
    }

    [Fact]
    public void Find_NoNotes_IsNothing()
    {
        Assert.Null(
            new NearestTuneIndex([
                [1, 2],
            ]).Find([])
        );
        Assert.Null(
            new NearestTuneIndex([
                [],
            ]).Find([1])
        );
        Assert.Null(new NearestTuneIndex([]).Find([1]));
    }

    private static NearestTune? ByTable(List<byte[]> corpus, byte[] tune)
    {
        NearestTune? nearest = null;
        for (int index = 0; index < corpus.Count; index++)
        {
            if (corpus[index].Length == 0 || tune.Length == 0)
            {
                continue;
            }

            NearestTune candidate = new(index, EditDistanceTests.ByTable(tune, corpus[index]), Math.Max(tune.Length, corpus[index].Length));
            if (nearest is not { } best || (long)candidate.Distance * best.Length < (long)best.Distance * candidate.Length)
            {
                nearest = candidate;
            }
        }

        return nearest;
    }
}
