using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class SweepWorkerTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Run_EveryTune_IsTheOneThatGenerateWrites()
    {
        SweepFolder sweep = place.Begin("sweep");
        SweepOutcome outcome = Run(sweep);
        Model model = ModelFile.Read(place["model.safetensors"]);

        Assert.Equal(sweep.Shards.Count, outcome.Made);
        List<object?[]> rows = SweepPlace.Ask(sweep, "select plan, header, temperature, seed, tune, text, tokens from tunes");
        Assert.Equal(sweep.Plan.Points, rows.Count);
        foreach (Shard shard in sweep.Shards.All())
        {
            foreach (SweptPlan plan in shard.Plans)
            {
                GenerationOptions options = new()
                {
                    Seed = 40,
                    Tunes = 7,
                    Temperature = shard.Temperature,
                    Prime = HeaderText.Read(shard.Header, model.Vocabulary),
                    Limit = 80,
                };
                foreach (GeneratedTune tune in TuneGenerator.Generate(new OperatedModel(model, plan.Compile(model)), options))
                {
                    object?[] row = Assert.Single(
                        rows,
                        row =>
                            (string)row[0]! == plan.Name
                            && (string)row[1]! == shard.Header
                            && (float)(double)row[2]! == shard.Temperature
                            && (long)row[3]! == (long)tune.Seed.Value
                    );
                    Assert.Equal(tune.Index, row[4]);
                    Assert.Equal(string.Join(' ', tune.Tokens.Skip(1).Select(token => model.Vocabulary[token])), row[5]);
                    Assert.Equal(tune.Tokens.Count - 1, row[6]);
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Run_StoppedAgainAndAgain_EndsWithTheSameBytes(int threads)
    {
        SweepFolder whole = place.Begin("whole");
        Run(whole);
        SweepFolder sweep = place.Begin("stopped");
        int stops = 0;
        for (int every = 11; ; every += 6)
        {
            using CancellationTokenSource stop = new();
            try
            {
                Run(sweep, threads, new Watch(progress => StopAt(progress.Tunes, every, stop)), stop.Token);
                break;
            }
            catch (OperationCanceledException)
            {
                stops++;
            }
        }

        Assert.True(stops >= 3, $"{stops} stops");
        Assert.Equal(SweepPlace.Tables(whole), SweepPlace.Tables(sweep));
        Assert.DoesNotContain(
            Directory.EnumerateFiles(sweep.Store.FullPath, "*", SearchOption.AllDirectories),
            file => !file.EndsWith(".parquet", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Run_StoppedInAShard_ItsTunesAreNotWrittenAgain()
    {
        SweepFolder sweep = place.Begin("sweep");
        using CancellationTokenSource stop = new();
        long first = 0;
        Assert.Throws<OperationCanceledException>(() =>
            Run(sweep, 1, new Watch(progress => StopAt(first = progress.Tunes, 5, stop)), stop.Token)
        );
        SweepStatus status = SweepStatus.Of(sweep);

        Assert.Equal(0, status.Whole);
        Assert.InRange(status.Begun, 1, status.Shards);
        Assert.Equal(0, status.Workers);
        Assert.Equal(sweep.Plan.Points - first, Run(sweep).Tunes);
    }

    [Fact]
    public async Task Run_TwoAtOnce_MakeEveryShardOnce()
    {
        SweepFolder whole = place.Begin("whole");
        Run(whole);
        SweepFolder sweep = place.Begin("two");

        SweepOutcome[] outcomes = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(_ => Task.Run(() => Run(SweepFolder.Open(sweep.FullPath), 1), TestContext.Current.CancellationToken))
        );

        Assert.Equal(sweep.Shards.Count, outcomes.Sum(outcome => outcome.Made));
        Assert.All(outcomes, outcome => Assert.Equal(sweep.Shards.Count, outcome.Made + outcome.Stood));
        Assert.Equal(SweepPlace.Tables(whole), SweepPlace.Tables(sweep));
    }

    [Fact]
    public void Run_WhileAnotherEndsAShard_LetsItTidyUp()
    {
        SweepFolder sweep = place.Begin("sweep");
        Run(sweep);
        string table = sweep.Store.PathOf(sweep.Shards[3]);
        string unfinished = Path.Combine(Path.GetDirectoryName(table)!, $"_{Path.GetFileNameWithoutExtension(table)}.part");
        string journal = unfinished + ResumableFile.JournalSuffix;
        File.WriteAllText(journal, "");
        using (PlaceLock.Take(unfinished))
        {
            Assert.Equal(sweep.Shards.Count, Run(sweep).Stood);
            Assert.True(File.Exists(journal));
        }

        // A run that was killed leaves its lock, which nobody holds.
        File.WriteAllText(unfinished + PlaceLock.Suffix, "");
        Assert.Equal(sweep.Shards.Count, Run(sweep).Stood);
        Assert.Equal([table], Directory.GetFiles(Path.GetDirectoryName(table)!));
    }

    [Fact]
    public void Run_TheSameShardOfTwoSweeps_IsComputedOnce()
    {
        string store = place["store"];
        SweepFolder one = place.Begin("one", store: store);
        Run(one);
        SweepFolder other = place.Begin("other", SweepPlace.Grid.Replace("[1,0.7]", "[1,0.7,1.3]", StringComparison.Ordinal), store);

        SweepOutcome outcome = Run(other);

        Assert.Equal(one.Shards.Count, outcome.Stood);
        Assert.Equal(one.Shards.Count / 2, outcome.Made);
        Assert.Equal(other.Plan.Points, (long)SweepPlace.Ask(other, "select count(*) from tunes")[0][0]!);
        Assert.Equal(one.Plan.Points, (long)SweepPlace.Ask(one, "select count(*) from tunes")[0][0]!);
    }

    [Fact]
    public void Run_AShardThatFails_IsSetAsideAndTheRestGoesOn()
    {
        SweepFolder sweep = place.Begin(
            "sweep",
            """
            {"task":"generate","models":["model.safetensors"],"seeds":{"from":1,"count":5},"limit":60,"tunesAShard":5,
             "plans":["none",{"name":"mute","operations":[{"op":"clamp","site":"posterior","units":"all","value":0,"steps":[3,null]}]},{"cut":"each unit","layers":[1]}]}
            """
        );

        SweepOutcome outcome = Run(sweep);

        ShardFailure failure = Assert.Single(outcome.Failed);
        Assert.Equal((1, ShardFailure.MostAttempts), (failure.Number, failure.Attempts));
        Assert.Contains("leaves no token to draw", failure.Sentence, StringComparison.Ordinal);
        Assert.Equal(sweep.Shards.Count - 1, outcome.Made);
        Assert.True(SweepStatus.Of(sweep).IsDone);

        // Not tried any more, unless asked to.
        Assert.Equal(ShardFailure.MostAttempts, Assert.Single(Run(sweep).Failed).Attempts);
        Assert.Equal(ShardFailure.MostAttempts, Assert.Single(new SweepWorker(sweep, 1).Run([1], again: true).Failed).Attempts);
    }

    [Fact]
    public void Run_ANetworkThatChangedMeanwhile_IsSaidAndNothingIsLost()
    {
        SweepFolder sweep = place.Begin("sweep");
        new SweepWorker(sweep, 1).Run([0, 1]);
        place.WriteModel("model.safetensors", -2);

        SweepFormatException e = Assert.Throws<SweepFormatException>(() => Run(sweep));

        Assert.Contains("is another than when the sweep began", e.Message, StringComparison.Ordinal);
        Assert.Equal(2, SweepStatus.Of(sweep).Whole);
    }

    [Fact]
    public void Begin_FolderOfAnotherSweepOrOfOtherThings_IsRefused()
    {
        SweepFolder sweep = place.Begin("sweep");
        Directory.CreateDirectory(place["other"]);
        File.WriteAllText(Path.Combine(place["other"], "letter.txt"), "");

        Assert.Contains(
            "of another sweep",
            Assert
                .Throws<SweepFormatException>(() => place.Begin("sweep", SweepPlace.Grid.Replace("40", "41", StringComparison.Ordinal)))
                .Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "holds other things",
            Assert.Throws<SweepFormatException>(() => place.Begin("other")).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no sweep's folder",
            Assert.Throws<SweepFormatException>(() => SweepFolder.Open(place["other"])).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(sweep.Shards.Count, place.Begin("sweep").Shards.Count);
    }

    [Fact]
    public void Begin_TheSameNetworkInAnotherPlace_IsTheSameSweep()
    {
        SweepFolder sweep = place.Begin("sweep");
        Directory.CreateDirectory(place["elsewhere"]);
        File.Copy(place["model.safetensors"], place["elsewhere/model.safetensors"]);

        SweepFolder again = place.Begin("sweep", SweepPlace.Grid.Replace("model.safe", "elsewhere/model.safe", StringComparison.Ordinal));

        Assert.Equal(sweep.Shards[0].Name, again.Shards[0].Name);
    }

    [Fact]
    public void Run_TheTaskGenerate_CountsAsAssessDoes()
    {
        SweepFolder assessed = place.Begin("assessed");
        SweepFolder generated = place.Begin("generated", SweepPlace.Grid.Replace("assess", "generate", StringComparison.Ordinal));
        Run(assessed);
        Run(generated);
        const string Counts = "select plan, header, temperature, seed, measures, counted, strictly_counted, text from tunes order by all";

        Assert.Equal(SweepPlace.Ask(assessed, Counts), SweepPlace.Ask(generated, Counts));
        Assert.Empty(
            SweepPlace.Ask(
                assessed,
                "select * from tunes where countedMeasures_below <> measures or strictlyCountedMeasures_above <> strictly_counted"
            )
        );
    }

    /// <summary>Also where the shard was stopped in the middle and gone on with by another.</summary>
    [Fact]
    public void Run_AnOperationThatTouchesNothing_IsToldInTheTable()
    {
        SweepFolder sweep = place.Begin(
            "sweep",
            """
            {"task":"generate","models":["model.safetensors"],"seeds":{"from":1,"count":30},"limit":60,
             "plans":["none",
                      {"name":"late","operations":[{"op":"add","site":"L1.h","units":[0],"value":1,"steps":[0,3]},
                                                   {"op":"add","site":"L1.h","units":[0],"value":1,"steps":[500,null]}]}]}
            """
        );
        using CancellationTokenSource stop = new();
        Assert.Throws<OperationCanceledException>(() => Run(sweep, 1, new Watch(progress => StopAt(progress.Tunes, 45, stop)), stop.Token));
        Run(sweep);

        Assert.Equal(
            [("late", 1), ("none", 0)],
            SweepPlace.Ask(sweep, "select distinct plan, untouched from tunes order by plan").Select(row => ((string)row[0]!, (int)row[1]!))
        );
    }

    [Fact]
    public async Task Cancel_EndsWhoWorks()
    {
        SweepFolder sweep = place.Begin("sweep", SweepPlace.Grid.Replace("\"count\":7", "\"count\":100000", StringComparison.Ordinal));
        TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<SweepOutcome> work = Task.Run(
            () => Run(sweep, 1, new Watch(_ => begun.TrySetResult())),
            TestContext.Current.CancellationToken
        );
        await begun.Task;

        Assert.Equal(1, SweepStatus.Cancel(sweep, TestContext.Current.CancellationToken));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
        Assert.Equal(0, SweepStatus.Cancel(sweep, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(sweep.CancelPath));
    }

    [Fact]
    public void Run_Studies_AreAVerdictARow()
    {
        SweepFolder sweep = place.Begin(
            "sweep",
            """
            {"task":"study","models":[{"plant":"durations","layer":2,"units":64},{"plant":"chance","units":64}],
             "study":{"kind":"causes","quick":true},"seeds":{"from":1,"count":1}}
            """
        );

        Assert.Equal(2, Run(sweep).Made);
        Assert.Equal(
            "layer 2",
            SweepPlace.Ask(
                sweep,
                "select subject from verdicts where model like 'durations%' and claim like '%keeps%' and verdict = 'supported'"
            )[0][0]
        );
        Assert.Equal(2L, SweepPlace.Ask(sweep, "select count(distinct model_hash) from verdicts")[0][0]);
    }

    private static SweepOutcome Run(
        SweepFolder sweep,
        int threads = 2,
        IProgress<SweepProgress>? progress = null,
        CancellationToken cancellation = default
    ) =>
        new SweepWorker(sweep, threads).Run(
            [.. Enumerable.Range(0, (int)sweep.Shards.Count).Select(n => (long)n)],
            false,
            progress,
            cancellation
        );

    private static void StopAt(long tunes, int at, CancellationTokenSource stop)
    {
        if (tunes >= at)
        {
            stop.Cancel();
        }
    }

    private sealed class Watch(Action<SweepProgress> told) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => told(value);
    }
}
