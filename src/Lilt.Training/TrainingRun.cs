using System.Globalization;
using System.Text;
using Lilt.Files;
using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Randomness;
using Lilt.Training.Kernels;
using Lilt.WeightFiles;

namespace Lilt.Training;

/// <summary>One run of training, from its start or from its checkpoint to the weights of its best epoch.</summary>
/// <remarks>
/// A run that is killed at any moment and resumed ends with the weights, bit for bit, of one that never stopped: all random numbers are
/// addressed by epoch, update, tune and step (<see cref="CounterRandom"/>), and all else that decides is in the checkpoint. A run holds its
/// folder from its start to its end: a second one there is refused.
/// </remarks>
public sealed class TrainingRun : IDisposable
{
    /// <summary>The name of the checkpoint in the run's folder.</summary>
    public const string CheckpointName = "checkpoint.lilt";

    /// <summary>The name of the log in the run's folder.</summary>
    public const string LogName = "log.csv";

    /// <summary>The name of the report in the run's folder.</summary>
    public const string ReportName = "report.html";

    /// <summary>The name of the best epoch's weights in the run's folder.</summary>
    public const string BestName = "best.safetensors";

    private const double ExplosionFactor = 3.0;
    private const long Drawing = 1;
    private const long Batches = 2;
    private const long Dropping = 3;

    private readonly TrainingConfig config;
    private readonly Seed seed;
    private readonly RunSettings settings;
    private readonly TrainingCorpus corpus;
    private readonly IReadOnlyList<CorpusTune> training;
    private readonly ParameterLayout layout;
    private readonly FloatMemory weights;
    private readonly FloatMemory best;
    private readonly FloatMemory? average;
    private readonly PackedParameters packed;
    private readonly BatchGradient gradient;
    private readonly Optimizer optimizer;
    private readonly Validation? validation;
    private readonly CounterRandom random;
    private readonly PlaceLock place;
    private RunProgress progress = new();
    private long lastCheckpoint;

    private TrainingRun(TrainingConfig config, Seed seed, TrainingCorpus corpus, RunSettings settings, PlaceLock place)
    {
        this.place = place;
        this.config = config;
        this.seed = seed;
        this.settings = settings;
        this.corpus = corpus;
        (training, IReadOnlyList<CorpusTune> held) = corpus.Divide(config.ValidationShare);
        layout = new ParameterLayout(new NetworkShape(config.Layers, config.Units, corpus.Vocabulary.Count));
        weights = new FloatMemory(layout.Length);
        best = new FloatMemory(layout.Length);
        average = config.AverageDecay > 0 ? new FloatMemory(layout.Length) : null;
        packed = new PackedParameters(layout, weights);
        float limit = config.ClipGates > 0 ? (float)config.ClipGates : float.PositiveInfinity;
        GradientKernels kernels = GradientKernels.Best;
        gradient = new BatchGradient(
            layout,
            new TunePass(layout, weights, packed, limit, LstmKernels.Best, kernels),
            settings.Threads,
            kernels
        );
        optimizer = new Optimizer(config, layout, OptimizerKernels.Best, settings.Threads);
        validation = held.Count > 0 ? new Validation(layout, held, settings.Threads) : null;
        random = CounterRandom.OfSeed(seed);
    }

    /// <summary>The epochs done.</summary>
    public IReadOnlyList<EpochRecord> Epochs => progress.Epochs;

    /// <summary>The epoch of the best weights, from 1; 0 before the first has ended.</summary>
    public int BestEpoch => progress.BestEpoch;

    /// <summary>Updates done.</summary>
    public long Updates => progress.Update;

    private int BatchesAnEpoch => (training.Count + config.BatchSize - 1) / config.BatchSize;

    private long UpdatesInAll => (long)BatchesAnEpoch * config.Epochs;

    /// <summary>Starts a run.</summary>
    /// <param name="config">The recipe.</param>
    /// <param name="seed">The seed of all random numbers.</param>
    /// <param name="corpus">The tunes.</param>
    /// <param name="settings">Where, and how.</param>
    /// <param name="from">The model whose weights are trained on, which the run and its model say; null to draw them.</param>
    /// <exception cref="FormatException">The recipe or the corpus cannot be used, or the model is of another shape or vocabulary.</exception>
    /// <exception cref="PlaceTakenException">Another run is under way in the folder, or one stands there.</exception>
    public static TrainingRun Start(TrainingConfig config, Seed seed, TrainingCorpus corpus, RunSettings settings, Model? from = null)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(settings);
        config.Check("the recipe");
        if (from is not null)
        {
            CheckStart(from, config, corpus);
        }

        TrainingRun run = Held(
            settings,
            held =>
                File.Exists(Path.Combine(settings.Folder, CheckpointName))
                    ? throw new PlaceTakenException(
                        $"{settings.Folder}: a run stands here. Go on with --resume, or give --run another folder."
                    )
                    : new TrainingRun(config, seed, corpus, settings, held)
        );
        NetworkWeights first =
            from?.Weights.Copy() ?? Initialisation.Draw(config, run.layout.Shape, run.random.Part(Drawing), settings.Threads);
        if (from is not null)
        {
            run.progress.Changes.Add($"trained on from the weights of {from.Hash}");
        }

        ParameterCopy.Read(first, run.layout, run.weights);
        run.average?.CopyFrom(run.weights);
        run.best.CopyFrom(run.weights);
        run.packed.Pack(settings.Threads);
        return run;
    }

    /// <summary>Goes on from the checkpoint in the run's folder.</summary>
    /// <param name="corpus">The corpus that the run started with.</param>
    /// <param name="settings">How to go on.</param>
    /// <param name="epochs">Epochs in place of the recipe's. The schedule from here on is that of so many epochs, and the change is kept in
    /// the run and its model.</param>
    /// <exception cref="FormatException">The checkpoint is damaged, or of another corpus or vocabulary.</exception>
    /// <exception cref="PlaceTakenException">Another run is under way in the folder.</exception>
    public static TrainingRun Resume(TrainingCorpus corpus, RunSettings settings, int? epochs = null)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(settings);
        return Held(settings, held => Resume(corpus, settings, epochs, held));
    }

    /// <summary>Trains to the end of the recipe, or until there was no better epoch for its patience.</summary>
    /// <exception cref="TrainingException">The loss is no number or has exploded; the last checkpoint stands.</exception>
    /// <exception cref="OperationCanceledException">It was stopped; a checkpoint was written.</exception>
    /// <exception cref="IOException">A file could not be written; the last checkpoint stands.</exception>
    public void Train(CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(settings.Folder);
        lastCheckpoint = settings.Clock.GetTimestamp();
        if (progress.Update == 0)
        {
            Save();
        }

        while (progress.Epoch < config.Epochs && !PatienceIsSpent())
        {
            TrainEpoch(cancellation);
        }
    }

    /// <summary>The best epoch's weights as a model.</summary>
    /// <param name="name">Its name; none by default, so that equal runs give equal files wherever they are put, and a file's name is its
    /// model's.</param>
    public Model BestModel(string name = "")
    {
        EpochRecord? record = progress.Epochs.Find(epoch => epoch.Epoch == progress.BestEpoch);
        Dictionary<string, string> facts = new()
        {
            ["epochs"] = progress.BestEpoch.ToString(CultureInfo.InvariantCulture),
            ["validation_nats_per_token"] = (record?.Score ?? double.NaN).ToString("R", CultureInfo.InvariantCulture),
            ["averaged"] = record is { AverageIsBetter: true } ? "true" : "false",
            ["seed"] = seed.ToString(),
            ["corpus_sha256"] = corpus.Hash,
            ["recipe"] = config.ToJson(),
        };
        if (progress.Changes.Count > 0)
        {
            facts["recipe_changes"] = string.Join("; ", progress.Changes);
        }

        return new Model(corpus.Vocabulary, ParameterCopy.Write(layout, best), new ModelProvenance(name, facts));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        validation?.Dispose();
        gradient.Dispose();
        optimizer.Dispose();
        packed.Dispose();
        average?.Dispose();
        best.Dispose();
        weights.Dispose();
        place.Dispose();
    }

    /// <summary>Makes a run that holds its folder; what fails lets it go.</summary>
    private static TrainingRun Held(RunSettings settings, Func<PlaceLock, TrainingRun> make)
    {
        PlaceLock held = PlaceLock.TakeFolder(settings.Folder);
        try
        {
            return make(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private static void CheckStart(Model from, TrainingConfig config, TrainingCorpus corpus)
    {
        if (from.Shape.Layers != config.Layers || from.Shape.Units != config.Units)
        {
            throw new FormatException(
                $"The model to start from has {from.Shape.Layers} layers of {from.Shape.Units} units, the recipe {config.Layers} of {config.Units}. Give the recipe the model's layers and units."
            );
        }

        if (!from.Vocabulary.Texts.SequenceEqual(corpus.Vocabulary.Texts))
        {
            throw new FormatException(
                "The model to start from has other tokens than the corpus, or the same in another order. Give the model's tokens as the vocabulary."
            );
        }
    }

    private static TrainingRun Resume(TrainingCorpus corpus, RunSettings settings, int? epochs, PlaceLock held)
    {
        string path = Path.Combine(settings.Folder, CheckpointName);
        TrainingRun? run = null;
        try
        {
            Checkpoint.Header header = Checkpoint.Read(
                path,
                found =>
                {
                    if (found.CorpusHash != corpus.Hash || !found.Vocabulary.SequenceEqual(corpus.Vocabulary.Texts))
                    {
                        throw new FormatException(
                            $"{path}: the run was on another corpus or vocabulary (corpus {found.CorpusHash[..12]}…, this one {corpus.Hash[..12]}…). Resume with the files that it started with."
                        );
                    }

                    TrainingConfig recipe = TrainingConfig.Parse(found.Recipe, path);
                    if (epochs is int wanted && wanted != recipe.Epochs)
                    {
                        found.Progress.Changes.Add(
                            FormattableString.Invariant($"epochs {recipe.Epochs} until update {found.Progress.Update}, then {wanted}")
                        );
                        recipe = recipe with { Epochs = wanted };
                        recipe.Check("--epochs");
                    }

                    run = new TrainingRun(recipe, new Seed(unchecked((ulong)found.Seed)), corpus, settings, held);
                    return run.Memories();
                }
            );
            run!.progress = header.Progress;
            run.packed.Pack(settings.Threads);
            return run;
        }
        catch
        {
            run?.Dispose();
            throw;
        }
    }

    private void TrainEpoch(CancellationToken cancellation)
    {
        IReadOnlyList<IReadOnlyList<CorpusTune>> batches = BatchPlan.Epoch(
            training,
            config.BatchSize,
            random.Part(Batches).Part(progress.Epoch)
        );
        while (progress.Batch < batches.Count)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save();
                cancellation.ThrowIfCancellationRequested();
            }

            long before = settings.Clock.GetTimestamp();
            TrainBatch(batches[progress.Batch]);
            double seconds = settings.Clock.GetElapsedTime(before).TotalSeconds;
            progress.EpochSeconds += seconds;
            progress.Seconds += seconds;
            settings.Watch?.Invoke(Status());
            if (settings.Clock.GetElapsedTime(lastCheckpoint) >= settings.CheckpointEvery)
            {
                Save();
            }
        }

        EndEpoch();
    }

    private void TrainBatch(IReadOnlyList<CorpusTune> batch)
    {
        long tokens = batch.Sum(tune => (long)tune.Steps);
        float scale = 1f / (config.Loss == LossMean.Tune ? batch.Count : tokens);
        Dropout dropout = new(config.Dropout, random.Part(Dropping).Part(progress.Update));
        double loss = gradient.Compute(BatchPlan.Shards(batch, config.TunesAShard), dropout, config.DropOutput, scale);
        double norm = gradient.Norm();
        double perToken = loss / tokens;
        if (!double.IsFinite(loss) || !double.IsFinite(norm) || perToken > ExplosionFactor * Math.Log(layout.Shape.Tokens))
        {
            throw new TrainingException(
                FormattableString.Invariant(
                    $"Training diverged at epoch {progress.Epoch + 1}, batch {progress.Batch + 1}: loss {perToken:G4} nats a token, gradient norm {norm:G4}. The last checkpoint stands in {settings.Folder}. Start again with a smaller learning rate or a smaller clipping norm."
                )
            );
        }

        double clip = config.ClipNorm > 0 && norm > config.ClipNorm ? config.ClipNorm / norm : 1.0;
        optimizer.Step(weights, gradient.Gradient, clip, Rate(), progress.Update);
        if (average is not null)
        {
            optimizer.Average(weights, average, progress.Update);
        }

        packed.Pack(settings.Threads);
        progress.LossSum += loss;
        progress.Tokens += tokens;
        progress.Tunes += batch.Count;
        progress.LargestNorm = Math.Max(progress.LargestNorm, norm);
        progress.Batch++;
        progress.Update++;
    }

    private void EndEpoch()
    {
        long before = settings.Clock.GetTimestamp();
        double loss = validation?.Loss(weights) ?? double.NaN;
        double averaged = validation is not null && average is not null ? validation.Loss(average) / validation.Tokens : double.NaN;
        progress.Seconds += settings.Clock.GetElapsedTime(before).TotalSeconds;
        EpochRecord record = new(
            progress.Epoch + 1,
            progress.Update,
            LearningRateSchedule.Rate(config, progress.Epoch, progress.Update - 1, UpdatesInAll),
            progress.LossSum / progress.Tokens,
            progress.LossSum / progress.Tunes,
            loss / (validation?.Tokens ?? 1),
            loss / (validation?.Tunes ?? 1),
            averaged,
            progress.LargestNorm,
            progress.Tokens / progress.EpochSeconds,
            progress.Seconds
        );
        progress.Epochs.Add(record);
        if (record.Score < progress.BestScore || progress.BestEpoch == 0)
        {
            progress.BestScore = record.Score;
            progress.BestEpoch = record.Epoch;
            best.CopyFrom(record.AverageIsBetter ? average! : weights);
            ModelFile.Write(BestModel(), Path.Combine(settings.Folder, BestName));
        }

        progress.Samples.AddRange(
            EpochSample.Draw(
                new Model(
                    corpus.Vocabulary,
                    ParameterCopy.Write(layout, record.AverageIsBetter ? average! : weights),
                    ModelProvenance.Named("sample")
                ),
                record.Epoch,
                settings.Threads
            )
        );

        progress.Epoch++;
        progress.Batch = 0;
        progress.LossSum = 0;
        progress.Tokens = 0;
        progress.Tunes = 0;
        progress.LargestNorm = 0;
        progress.EpochSeconds = 0;
        Save();
        settings.Watch?.Invoke(Status());
    }

    private bool PatienceIsSpent() => config.Patience > 0 && progress.Epoch - progress.BestEpoch >= config.Patience;

    private double Rate() => LearningRateSchedule.Rate(config, progress.Epoch, progress.Update, UpdatesInAll);

    private void Save()
    {
        Checkpoint.Header header = new(config.ToJson(), unchecked((long)seed.Value), corpus.Hash, [.. corpus.Vocabulary.Texts], progress);
        Checkpoint.Write(Path.Combine(settings.Folder, CheckpointName), header, Memories());
        WriteText(LogName, TrainingLog.Csv(progress.Epochs));
        WriteText(ReportName, TrainingReport.Html(config, seed, corpus, training.Count, progress, settings.ReportScript));
        lastCheckpoint = settings.Clock.GetTimestamp();
    }

    private void WriteText(string name, string text) =>
        ReplacedFile.Write(Path.Combine(settings.Folder, name), stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    private List<FloatMemory> Memories()
    {
        List<FloatMemory> memories = [weights, best, optimizer.SecondMoments];
        if (optimizer.FirstMoments is not null)
        {
            memories.Add(optimizer.FirstMoments);
        }

        if (average is not null)
        {
            memories.Add(average);
        }

        return memories;
    }

    private TrainingStatus Status()
    {
        double rate = progress.EpochSeconds > 0 ? progress.Tokens / progress.EpochSeconds : double.NaN;
        double secondsAnUpdate = progress.Batch > 0 ? progress.EpochSeconds / progress.Batch : double.NaN;
        return new TrainingStatus(
            Math.Min(progress.Epoch + 1, config.Epochs),
            config.Epochs,
            progress.Batch,
            BatchesAnEpoch,
            progress.Tokens > 0 ? progress.LossSum / progress.Tokens : double.NaN,
            Rate(),
            rate,
            (UpdatesInAll - progress.Update) * secondsAnUpdate,
            progress.Epochs.Count > 0 ? progress.Epochs[^1] : null
        );
    }
}
