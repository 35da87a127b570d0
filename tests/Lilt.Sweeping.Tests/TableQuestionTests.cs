using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class TableQuestionTests : IDisposable
{
    private readonly SweepPlace place = new();
    private readonly SweepFolder sweep;

    public TableQuestionTests()
    {
        sweep = place.Begin("sweep");
        new SweepWorker(sweep, 2).Run([0, 1, 2]);
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void Ask_OfAPart_AnswersFromTheShardsThatAreWhole()
    {
        Assert.Equal(
            sweep.Shards.All().Take(3).Sum(shard => (long)shard.Points),
            SweepPlace.Ask(sweep, "select count(*) from tunes")[0][0]
        );
        Assert.Empty(SweepPlace.Ask(sweep, "select * from tunes where counted > measures or countedMeasures_above <> counted"));
    }

    [Theory]
    [InlineData("copy tunes to '{0}/x.csv'")]
    [InlineData("create table x as select 1")]
    [InlineData("drop view tunes")]
    [InlineData("attach '{0}/x.db'")]
    [InlineData("install httpfs")]
    [InlineData("set enable_external_access = true")]
    [InlineData("select * from read_text('{0}/sweep.json')")]
    [InlineData("select * from 'https://example.org/x.parquet'")]
    [InlineData("select nothing from tunes")]
    [InlineData("select 1; drop view tunes")]
    public void Ask_AnythingButASelectOfTheShards_IsRefusedInASentence(string sql)
    {
        string before = string.Join('\n', Directory.EnumerateFileSystemEntries(sweep.FullPath, "*", SearchOption.AllDirectories).Order());

        SweepFormatException e = Assert.Throws<SweepFormatException>(() =>
            SweepPlace.Ask(sweep, sql.Replace("{0}", sweep.FullPath, StringComparison.Ordinal))
        );

        Assert.StartsWith("the question cannot be answered: ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
        Assert.Equal(
            before,
            string.Join('\n', Directory.EnumerateFileSystemEntries(sweep.FullPath, "*", SearchOption.AllDirectories).Order())
        );
    }

    [Fact]
    public void Ask_BeforeAnyShardIsWhole_IsSaid() =>
        Assert.Contains(
            "no shard is whole yet",
            Assert.Throws<SweepFormatException>(() => SweepPlace.Ask(place.Begin("empty"), "select 1")).Message,
            StringComparison.Ordinal
        );
}
