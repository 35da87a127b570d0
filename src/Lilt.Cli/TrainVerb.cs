using System.CommandLine;
using System.Globalization;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Training;
using Lilt.WeightFiles;

namespace Lilt.Cli;

/// <summary><c>lilt train</c>: trains a network on a corpus.</summary>
internal static class TrainVerb
{
    private const long DefaultSeed = 1;

    public static Command Create()
    {
        Argument<FileInfo> corpus = new("CORPUS") { Description = "The corpus: tokens parted by spaces, a blank line between tunes." };
        Option<FileInfo?> output = new("--out") { Description = "Where the model goes (safetensors).", HelpName = "MODEL" };
        Option<FileInfo?> config = new("--config")
        {
            Description = "The recipe (JSON); configs/default.json says what it may hold.",
            HelpName = "FILE",
        };
        Option<DirectoryInfo?> run = new("--run")
        {
            Description = "The run's folder, for checkpoints, log and report; beside the model when it is not given.",
            HelpName = "DIR",
        };
        Option<bool> resume = new("--resume") { Description = "Goes on from the run's checkpoint; recipe and seed are the checkpoint's." };
        Option<int?> epochs = new("--epochs")
        {
            Description =
                "Epochs, in place of the recipe's; the schedule ends with them. With --resume the change is kept in the run's record.",
        };
        Option<long?> seed = new("--seed") { Description = "The seed of all random numbers (1)." };
        Option<FileInfo?> vocabulary = new("--vocabulary")
        {
            Description = "The tokens in index order, a JSON list; without it, the corpus's own tokens.",
            HelpName = "FILE",
        };
        Option<string?> from = new("--from")
        {
            Description = "A model to train on, a file or a name: its weights in place of drawn ones, and its tokens.",
            HelpName = "MODEL",
        };
        Option<bool> half = new("--half") { Description = "Keep the model's weights as float16: half the size, rounded to the nearest." };
        Option<int> threads = WholeNumber.Threads();
        Option<double> every = new("--checkpoint-minutes")
        {
            Description = "Minutes between checkpoints within an epoch.",
            DefaultValueFactory = _ => 5.0,
        };
        Command command = new(
            "train",
            "Trains a network on a corpus. Killed at any moment, it goes on with --resume and ends with the same weights.\n"
                + "Example: lilt train tunes.txt --out models/mine.safetensors --config configs/default.json --run ~/runs/mine"
        )
        {
            corpus,
            output,
            config,
            run,
            resume,
            epochs,
            seed,
            vocabulary,
            from,
            half,
            threads,
            every,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        TextWriter error = parsed.InvocationConfiguration.Error;
                        TrainDisplay display = new(error);
                        DirectoryInfo folder = parsed.GetValue(run) ?? Beside(parsed.GetValue(output));
                        RunSettings settings = new()
                        {
                            Folder = folder.FullName,
                            Threads = WholeNumber.ThreadsOf(parsed, threads),
                            CheckpointEvery = parsed.GetValue(every) is double minutes and > 0 and < 1e6
                                ? TimeSpan.FromMinutes(minutes)
                                : throw new InputException("--checkpoint-minutes must be over 0."),
                            Watch = display.Show,
                            ReportScript = ReportScript(),
                        };
                        string path = parsed.GetValue(corpus)!.FullName;
                        Model? start = parsed.GetValue(from) is { } named ? ModelOption.Read(named) : null;
                        TrainingCorpus tunes =
                            start is not null && parsed.GetValue(vocabulary) is null
                                ? TrainingCorpus.Read(path, start.Vocabulary)
                                : TrainingCorpus.Read(path, parsed.GetValue(vocabulary)?.FullName);
                        bool exists = File.Exists(Path.Combine(settings.Folder, TrainingRun.CheckpointName));
                        TrainingRun training;
                        if (parsed.GetValue(resume))
                        {
                            if (parsed.GetValue(config) is not null || parsed.GetValue(seed) is not null || start is not null)
                            {
                                throw new InputException(
                                    "--resume takes recipe, seed and weights from the checkpoint: leave --config, --seed and --from out."
                                );
                            }

                            if (!exists)
                            {
                                throw new InputException(
                                    $"{settings.Folder}: no checkpoint to resume from. Give --run the run's folder, or leave --resume out."
                                );
                            }

                            training = TrainingRun.Resume(tunes, settings, parsed.GetValue(epochs));
                        }
                        else
                        {
                            if (exists)
                            {
                                throw new InputException(
                                    $"{settings.Folder}: a run stands here. Go on with --resume, or give --run another folder."
                                );
                            }

                            TrainingConfig recipe = parsed.GetValue(config) is { } file
                                ? TrainingConfig.Parse(File.ReadAllText(file.FullName), file.FullName)
                                : new TrainingConfig();
                            recipe = parsed.GetValue(epochs) is int wanted ? recipe with { Epochs = wanted } : recipe;
                            training = TrainingRun.Start(
                                recipe,
                                new Seed((ulong)WholeNumber.InRange("--seed", parsed.GetValue(seed) ?? DefaultSeed, 0, long.MaxValue)),
                                tunes,
                                settings,
                                start
                            );
                        }

                        using (training)
                        {
                            try
                            {
                                display.Run(() => training.Train(cancellation));
                            }
                            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                            {
                                throw new StoppedException($"stopped. The checkpoint stands in {settings.Folder}: go on with --resume.");
                            }

                            if (parsed.GetValue(output) is { } model)
                            {
                                ModelFile.Write(
                                    training.BestModel(),
                                    model.FullName,
                                    parsed.GetValue(half) ? WeightPrecision.Half : WeightPrecision.Full
                                );
                            }

                            error.WriteLine(
                                string.Create(
                                    CultureInfo.InvariantCulture,
                                    $"lilt: best epoch {training.BestEpoch} of {training.Epochs.Count}."
                                )
                            );
                        }
                    },
                    cancellation
                )
        );
        return command;
    }

    /// <summary>
    /// What draws and plays the report's tunes; null where Lilt was built without Node, and the report has its tunes as text.
    /// </summary>
    private static string? ReportScript()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "web", "training", "training.js");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private static DirectoryInfo Beside(FileInfo? output) =>
        output is null
            ? throw new InputException("Give --out MODEL, or --run DIR for the run alone.")
            : new DirectoryInfo(Path.ChangeExtension(output.FullName, ".run"));
}
