using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class SweepEffectsTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Of_OneHeader_IsTheEffectOfPairs()
    {
        SweepFolder sweep = Made(SweepPlace.Grid.Replace(",\"M:6/8 K:Cmaj\"", "", StringComparison.Ordinal));
        Model model = ModelFile.Read(place["model.safetensors"]);

        IReadOnlyList<ConditionEffect> effects = SweepEffects.Of(sweep, 1, 2);

        Assert.Equal(2 * 3, effects.Count);
        foreach (ConditionEffect effect in effects)
        {
            SweptPlan plan = sweep.Shards.All().SelectMany(shard => shard.Plans).First(of => of.Name == effect.Plan);
            GenerationOptions options = new()
            {
                Seed = 40,
                Tunes = 7,
                Temperature = effect.Temperature,
                Prime = HeaderText.Read("M:4/4 K:Cmaj", model.Vocabulary),
                Limit = 80,
            };
            PairedTune[] pairs =
            [
                .. TunePairs
                    .Write(model, plan.Compile(model), options)
                    .Select(pair =>
                        PairedTune.Of(Texts(pair.Baseline), Texts(pair.Operated), pair.Baseline.EndsAtLimit, pair.Operated.EndsAtLimit)
                    ),
            ];
            Assert.Equal(PairedTunes.Find(pairs, 1).Figures, effect.Effect.Figures);
        }

        string[] Texts(GeneratedTune tune) => [.. tune.Tokens.Skip(1).Select(token => model.Vocabulary[token])];
    }

    [Fact]
    public void Of_TwoHeaders_IsOverSeedsAndNotOverTunes() =>
        Assert.All(SweepEffects.Of(Made(SweepPlace.Grid), 1, 2), effect => Assert.Equal(7, effect.Effect.Tunes));

    [Fact]
    public void Of_ASweepUnderWay_LeavesOutPlansThatLackTunes()
    {
        SweepFolder sweep = place.Begin("sweep");
        IEnumerable<long> first = sweep
            .Shards.All()
            .Where(shard => shard.Plans.Any(plan => plan.Name is "none" or "drawn"))
            .Select(shard => shard.Number);
        new SweepWorker(sweep, 2).Run([.. first]);

        Assert.Equal(["drawn"], SweepEffects.Of(sweep, 1, 1).Select(effect => effect.Plan).Distinct());
    }

    [Fact]
    public void Of_WithoutTheNetworkAsItIs_IsRefused()
    {
        SweepFolder sweep = Made(SweepPlace.Grid.Replace("\"none\",", "", StringComparison.Ordinal));

        Assert.Contains(
            "\"none\"",
            Assert.Throws<SweepFormatException>(() => SweepEffects.Of(sweep, 1, 1)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Page_HoldsEveryConditionAndNoTagOfThePlans()
    {
        SweepFolder sweep = Made(SweepPlace.Grid.Replace("\"drawn\"", "\"</script><b>\"", StringComparison.Ordinal));

        string page = SweepPage.Fill("<title>{{LILT_TITLE}}</title>[{{LILT_SWEEP}}]", sweep, SweepEffects.Of(sweep, 1, 1));

        Assert.DoesNotContain("</script>", page, StringComparison.Ordinal);
        Assert.Equal(6, page.Split("\"temperature\"").Length - 1);
    }

    private SweepFolder Made(string json)
    {
        SweepFolder sweep = place.Begin("sweep", json);
        new SweepWorker(sweep, 2).Run([.. sweep.Shards.All().Select(shard => shard.Number)]);
        return sweep;
    }
}
