using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class TrainingRunTests
{
    private static readonly TrainingConfig Recipe = new()
    {
        Layers = 2,
        Units = 20,
        Epochs = 3,
        BatchSize = 8,
        TunesAShard = 3,
        LearningRate = 0.01,
        Dropout = 0.2,
        Patience = 0,
        AverageDecay = 0.9,
    };

    [Fact]
    public void Train_SmallCorpus_LearnsAndLeavesEverything()
    {
        using SmallCorpus corpus = new();
        string folder = corpus.In("run");
        using TrainingRun run = TrainingRun.Start(Recipe with { Epochs = 8 }, 1, corpus.Read(), new RunSettings { Folder = folder });
        run.Train();

        Assert.Equal(8, run.Epochs.Count);
        Assert.True(run.Epochs[^1].ValidationLoss < run.Epochs[0].ValidationLoss - 0.3, "validation must fall");
        Assert.Equal(run.Epochs.MinBy(epoch => epoch.Score)!.Epoch, run.BestEpoch);
        Assert.Equal(9, File.ReadAllLines(Path.Combine(folder, TrainingRun.LogName)).Length);
        string report = File.ReadAllText(Path.Combine(folder, TrainingRun.ReportName));
        Assert.Contains("After epoch 8", report, StringComparison.Ordinal);
        Assert.DoesNotContain("http", report, StringComparison.Ordinal);
        Assert.Equal(run.BestModel("x").Hash, ModelFile.Read(Path.Combine(folder, TrainingRun.BestName)).Hash);
        Assert.Empty(Directory.GetFiles(folder, "*.partial"));
    }

    [Fact]
    public void Start_FromAModel_GoesOnWithItsWeightsAndSaysSo()
    {
        using SmallCorpus corpus = new();
        using TrainingRun first = TrainingRun.Start(
            Recipe with
            {
                Epochs = 8,
            },
            1,
            corpus.Read(),
            new RunSettings { Folder = corpus.In("first") }
        );
        first.Train();
        Model start = first.BestModel();
        TrainingConfig gentle = Recipe with { Epochs = 1, LearningRate = 1e-4, Dropout = 0 };
        using TrainingRun second = TrainingRun.Start(gentle, 2, corpus.Read(), new RunSettings { Folder = corpus.In("second") }, start);
        second.Train();
        using TrainingRun drawn = TrainingRun.Start(gentle, 2, corpus.Read(), new RunSettings { Folder = corpus.In("drawn") });
        drawn.Train();

        double before = first.Epochs[first.BestEpoch - 1].Score;
        Assert.True(second.Epochs[0].Score < before + 0.05, "a gentle epoch must stay near the model that it started from");
        Assert.True(drawn.Epochs[0].Score > before + 0.3, "the same epoch from drawn weights must not");
        Assert.Contains(start.Hash, second.BestModel().Provenance.Facts["recipe_changes"], StringComparison.Ordinal);
    }

    [Fact]
    public void Start_FromAModelOfAnotherShapeOrOtherTokens_IsRefusedAndLeavesNoRun()
    {
        using SmallCorpus corpus = new();
        using TrainingRun first = TrainingRun.Start(
            Recipe with
            {
                Epochs = 1,
            },
            1,
            corpus.Read(),
            new RunSettings { Folder = corpus.In("first") }
        );
        first.Train();
        Model start = first.BestModel();
        RunSettings settings = new() { Folder = corpus.In("second") };
        FormatException shape = Assert.Throws<FormatException>(() =>
            TrainingRun.Start(Recipe with { Units = 24 }, 1, corpus.Read(), settings, start)
        );
        Assert.Contains("2 layers of 20 units, the recipe 2 of 24", shape.Message, StringComparison.Ordinal);

        string[] texts = [.. start.Vocabulary.Texts];
        Array.Reverse(texts, 2, texts.Length - 2);
        Model other = new(new Vocabulary(texts), start.Weights.Copy(), start.Provenance);
        FormatException tokens = Assert.Throws<FormatException>(() => TrainingRun.Start(Recipe, 1, corpus.Read(), settings, other));
        Assert.Contains("other tokens", tokens.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(settings.Folder, TrainingRun.CheckpointName)));
    }

    [Fact]
    public void Train_WithAReportScript_SetsItIntoTheReportWhole()
    {
        using SmallCorpus corpus = new();
        string folder = corpus.In("run");
        RunSettings settings = new() { Folder = folder, ReportScript = "show('</script>')" };
        using TrainingRun run = TrainingRun.Start(Recipe with { Epochs = 1 }, 1, corpus.Read(), settings);
        run.Train();

        string report = File.ReadAllText(Path.Combine(folder, TrainingRun.ReportName));
        Assert.Contains("<script>show('<\\/script>')</script>", report, StringComparison.Ordinal);
        Assert.Contains("data-name=\"the tune of seed 1 after epoch 1\"", report, StringComparison.Ordinal);
    }

    /// <summary>
    /// A run that is dropped without a word, wherever it stands, as a kill would drop it, and resumed from what is on the disk.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    [InlineData(17)]
    public void Resume_AfterAnyBatch_EndsWithTheSameWeights(int batches)
    {
        using SmallCorpus corpus = new();
        using TrainingRun whole = TrainingRun.Start(Recipe, 4, corpus.Read(), new RunSettings { Folder = corpus.In("whole") });
        whole.Train();

        int seen = 0;
        RunSettings broken = new()
        {
            Folder = corpus.In("broken"),
            CheckpointEvery = TimeSpan.FromTicks(1),
            Threads = 1,
            Watch = _ =>
            {
                if (++seen > batches)
                {
                    throw new InvalidOperationException("killed");
                }
            },
        };
        using (TrainingRun first = TrainingRun.Start(Recipe, 4, corpus.Read(), broken))
        {
            Assert.Throws<InvalidOperationException>(() => first.Train());
        }

        using TrainingRun second = TrainingRun.Resume(corpus.Read(), new RunSettings { Folder = corpus.In("broken"), Threads = 3 });
        Assert.True(second.Updates > 0, "it must not have started anew");
        second.Train();

        Assert.Equal(whole.BestModel("x").Hash, second.BestModel("x").Hash);
        Assert.Equal(whole.Epochs.Select(epoch => epoch.TrainingLoss), second.Epochs.Select(epoch => epoch.TrainingLoss));
        Assert.Equal(
            whole.Epochs.Select(epoch => epoch.AveragedValidationLoss),
            second.Epochs.Select(epoch => epoch.AveragedValidationLoss)
        );
    }

    [Fact]
    public void Train_Stopped_LeavesACheckpointOfTheBatch()
    {
        using SmallCorpus corpus = new();
        using CancellationTokenSource stop = new();
        RunSettings settings = new()
        {
            Folder = corpus.In("run"),
            Watch = status =>
            {
                if (status.Batch == 3)
                {
                    stop.Cancel();
                }
            },
        };
        using (TrainingRun run = TrainingRun.Start(Recipe, 1, corpus.Read(), settings))
        {
            Assert.ThrowsAny<OperationCanceledException>(() => run.Train(stop.Token));
        }

        using TrainingRun resumed = TrainingRun.Resume(corpus.Read(), new RunSettings { Folder = corpus.In("run") });
        Assert.Equal(3, resumed.Updates);
    }

    [Fact]
    public void Resume_WithOtherEpochs_KeepsTheChangeInTheModel()
    {
        using SmallCorpus corpus = new();
        RunSettings settings = new() { Folder = corpus.In("run") };
        using (TrainingRun run = TrainingRun.Start(Recipe, 1, corpus.Read(), settings))
        {
            run.Train();
        }

        using TrainingRun longer = TrainingRun.Resume(corpus.Read(), settings, epochs: 4);
        longer.Train();
        Assert.Equal(4, longer.Epochs.Count);
        Assert.Contains(
            "epochs 3 until update 24, then 4",
            longer.BestModel("x").Provenance.Facts["recipe_changes"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Resume_OnAnotherCorpus_IsRefused()
    {
        using SmallCorpus corpus = new();
        using SmallCorpus other = new(30);
        RunSettings settings = new() { Folder = corpus.In("run") };
        using (TrainingRun run = TrainingRun.Start(Recipe with { Epochs = 1 }, 1, corpus.Read(), settings))
        {
            run.Train();
        }

        FormatException refused = Assert.Throws<FormatException>(() => TrainingRun.Resume(other.Read(), settings));
        Assert.Contains("another corpus", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Train_Diverging_SaysSoAndKeepsTheCheckpoint()
    {
        using SmallCorpus corpus = new();
        RunSettings settings = new() { Folder = corpus.In("run") };
        TrainingConfig wild = Recipe with { LearningRate = 1000, ClipNorm = 0, WarmupShare = 0, WeightDecay = 0 };
        using (TrainingRun run = TrainingRun.Start(wild, 1, corpus.Read(), settings))
        {
            TrainingException diverged = Assert.Throws<TrainingException>(() => run.Train());
            Assert.Contains("diverged at epoch 1", diverged.Message, StringComparison.Ordinal);
        }

        using TrainingRun resumed = TrainingRun.Resume(corpus.Read(), settings);
        Assert.Equal(0, resumed.Updates);
    }

    [Fact]
    public void Train_FullDisk_SaysSoAndKeepsTheLastCheckpoint()
    {
        const string FullDevice = "/dev/full";
        Assert.SkipUnless(File.Exists(FullDevice), "there is no /dev/full here");
        using SmallCorpus corpus = new();
        string checkpoint = corpus.In("run/" + TrainingRun.CheckpointName);
        byte[]? before = null;
        RunSettings settings = new()
        {
            Folder = corpus.In("run"),
            CheckpointEvery = TimeSpan.FromTicks(1),
            Watch = status =>
            {
                if (status.Batch == 4)
                {
                    before = File.ReadAllBytes(checkpoint);
                    File.CreateSymbolicLink(checkpoint + ".partial", FullDevice);
                }
            },
        };
        using TrainingRun run = TrainingRun.Start(Recipe, 1, corpus.Read(), settings);
        IOException full = Assert.Throws<IOException>(() => run.Train());
        Assert.Contains("--resume", full.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(checkpoint));
    }

    [Fact]
    public void Start_WhereARunIsUnderWayOrStands_IsRefused()
    {
        using SmallCorpus corpus = new();
        RunSettings settings = new() { Folder = corpus.In("run") };
        using (TrainingRun first = TrainingRun.Start(Recipe with { Epochs = 1 }, 1, corpus.Read(), settings))
        {
            Assert.Contains(
                "another run",
                Assert.Throws<PlaceTakenException>(() => TrainingRun.Start(Recipe, 1, corpus.Read(), settings)).Message,
                StringComparison.Ordinal
            );
            first.Train();
            Assert.Throws<PlaceTakenException>(() => TrainingRun.Resume(corpus.Read(), settings));
        }

        Assert.Contains(
            "a run stands here",
            Assert.Throws<PlaceTakenException>(() => TrainingRun.Start(Recipe, 1, corpus.Read(), settings)).Message,
            StringComparison.Ordinal
        );
        using TrainingRun again = TrainingRun.Resume(corpus.Read(), settings);
        Assert.Single(again.Epochs);
    }

    [Fact]
    public void Train_NoBetterEpoch_StopsAfterItsPatience()
    {
        using SmallCorpus corpus = new();
        TrainingConfig still = Recipe with
        {
            LearningRate = 1e-30,
            WeightDecay = 0,
            AverageDecay = 0,
            Epochs = 9,
            Patience = 2,
            Schedule = ScheduleKind.Constant,
        };
        using TrainingRun run = TrainingRun.Start(still, 1, corpus.Read(), new RunSettings { Folder = corpus.In("run") });
        run.Train();
        Assert.Equal(3, run.Epochs.Count);
        Assert.Equal(1, run.BestEpoch);
    }
}
