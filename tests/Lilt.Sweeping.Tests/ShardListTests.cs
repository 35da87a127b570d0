using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class ShardListTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void All_HoldEveryPointOnce()
    {
        SweepPlan sweep = place.Read(SweepPlace.Grid);
        ShardList shards = new(sweep);

        List<(float, string, string, int)> points =
        [
            .. shards
                .All()
                .SelectMany(shard =>
                    shard.Plans.SelectMany(plan =>
                        Enumerable
                            .Range(shard.Seeds.First, shard.Seeds.Count)
                            .Select(seed => (shard.Temperature, shard.Header, plan.Name, seed))
                    )
                ),
        ];

        Assert.Equal(2 * 2 * 4 * 7, points.Count);
        Assert.Equal(points.Count, points.Distinct().Count());
        Assert.Equal(sweep.Points, points.Count);
        Assert.Equal(shards.Count, shards.All().Select(shard => shard.Name).Distinct().Count());
        Assert.All(shards.All(), shard => Assert.InRange(shard.Points, 1, 14));
    }

    [Fact]
    public void MoreSeedsThanAShardHas_ArePartedIntoBlocks()
    {
        ShardList shards = new(
            place.Read("""{"task":"generate","models":["model.safetensors"],"seeds":{"from":1,"count":25},"tunesAShard":10}""")
        );

        Assert.Equal([(0, 10), (10, 10), (20, 5)], shards.All().Select(shard => (shard.Seeds.First, shard.Seeds.Count)));
    }

    [Fact]
    public void Name_OfTheSamePartOfAnotherSweep_IsTheSame()
    {
        ShardList one = new(place.Read(SweepPlace.Grid));
        ShardList other = new(
            place.Read(
                SweepPlace.Grid.Replace("[1,0.7]", "[0.7,1.3]", StringComparison.Ordinal).Replace("\"none\",", "", StringComparison.Ordinal)
            )
        );

        // The rule's shards at temperature 0.7: of two headers one each, two plans of seven tunes a shard do not fit ten.
        string[] shared = [.. one.All().Select(shard => shard.Name).Intersect(other.All().Select(shard => shard.Name))];
        Assert.Equal(one.All().Where(shard => shard.Temperature < 1 && shard.Plans[0].Name != "none").Select(shard => shard.Name), shared);
    }

    [Theory]
    [InlineData("\"from\":40", "\"from\":41")]
    [InlineData("\"limit\":80", "\"limit\":81")]
    [InlineData("0.7,0.3", "0.6,0.4")]
    [InlineData("assess", "generate")]
    [InlineData("\"drawn\"", "\"stirred\"")]
    public void Name_OfAnythingElse_IsAnother(string from, string to)
    {
        ShardList one = new(place.Read(SweepPlace.Grid));
        ShardList other = new(place.Read(SweepPlace.Grid.Replace(from, to, StringComparison.Ordinal)));

        Assert.NotEqual(one[1].Name, other[1].Name);
    }
}
