using Lilt.Sweeping.Work;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class SweepTrialTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(4096)]
    public void Of_ShardsOfAnySize_TriesAsManyTunes(int tunesAShard)
    {
        SweepTrial trial = SweepTrial.Of(
            place.Read(
                $$"""{"task":"assess","models":["model.safetensors"],"seeds":{"from":1,"count":5000},"limit":40,"tunesAShard":{{tunesAShard}}}"""
            ),
            2,
            TestContext.Current.CancellationToken
        );

        Assert.InRange(trial.Tunes, 512, 4096);
        Assert.InRange(trial.TokensATune, 2, 40);
        Assert.True(trial.TokensASecond > 0);
        Assert.True(trial.BytesATune > 0);
    }

    [Fact]
    public void Of_FewTunes_TriesAllOfTheNetworkInTheMiddle()
    {
        SweepTrial trial = SweepTrial.Of(place.Read(SweepPlace.Grid), 2, TestContext.Current.CancellationToken);

        // From the middle shard to the end of the last temperature.
        Assert.InRange(trial.Tunes, 2, 56);
    }
}
