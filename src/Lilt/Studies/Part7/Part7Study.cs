using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>The article "Making sense of the folk-rnn v2 model, part 7" on any model and seed: its tune, every figure's numbers, what they say.</summary>
/// <remarks>Source: B. L. Sturm, "Making sense of the folk-rnn v2 model, part 7", High Noon GMT, 2018.</remarks>
public sealed class Part7Study
{
    private const string ArticleSentence =
        "After “Making sense of the folk-rnn v2 model, part 7” (Bob L. Sturm, High Noon GMT, January 2018), which looks at the hidden states of a music-writing LSTM while it writes one tune, cuts the units that beat with the measures, and stimulates it with two tokens at once.";

    /// <summary>What <c>study.json</c> calls this study.</summary>
    public const string Kind = "part7";

    private Part7Study(
        StudyDocument document,
        ControlResult? control,
        Part7Material material,
        IReadOnlyList<CutRun> cuts,
        IReadOnlyList<StimulusRun> stimuli,
        IReadOnlyList<LayerBound> bindings,
        MeasureBeat beat)
    {
        Document = document;
        Control = control;
        Material = material;
        Cuts = cuts;
        Stimuli = stimuli;
        Bindings = bindings;
        Beat = beat;
    }

    /// <summary>What was found, a few computed sentences, the most important first.</summary>
    public IReadOnlyList<string> Summary => Document.Summary;

    /// <summary>The question, one sentence that answers it, and a line a layer.</summary>
    public StudyHeadline Headline => Document.Headline;

    /// <summary>What is said of each claim: of the layers, then of the article.</summary>
    public IReadOnlyList<StudyVerdict> Verdicts => Document.Verdicts;

    /// <summary>The control; null where it was left out.</summary>
    public ControlResult? Control { get; }

    internal StudyDocument Document { get; }

    internal Part7Material Material { get; }

    internal IReadOnlyList<CutRun> Cuts { get; }

    internal IReadOnlyList<StimulusRun> Stimuli { get; }

    internal IReadOnlyList<LayerBound> Bindings { get; }

    internal MeasureBeat Beat { get; }

    /// <summary>Makes a study.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What to study.</param>
    /// <param name="ledger">Keeps what the control makes, and knows what an earlier run of the same study made; null for none.</param>
    /// <param name="progress">Told how much is done, from 0 to 1, and what is being done.</param>
    /// <param name="cancellation">Ends the study.</param>
    /// <exception cref="StudyRefusedException">The model has no measure tokens, or the tune is too short.</exception>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    public static Part7Study Run(
        Model model, Part7Options options, ControlLedger? ledger = null, Action<double, string>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HeaderTunes, 2, nameof(options));
        if (TokenKinds.Select(model.Vocabulary, TokenKind.Measure).Count == 0)
        {
            throw new StudyRefusedException("the model's vocabulary has no measure tokens, so there are no measures to study: take a model of folk-rnn's tokens.");
        }

        Stage stage = new(progress, cancellation);
        Part7Runs runs = new(model, options, cancellation);
        double scale = options.ControlSets > 0 ? 0.15 : 1;
        stage.Begin("the studied tune", 0);
        Part7Material material = new(model, options, runs.Studied());
        material.Analyse();
        Task<OneTuneFigures> beside = Task.Run(() => OneTuneFigures.Of(material), cancellation);
        List<CutRun> cuts = CutRun.Ask(material, runs);
        List<StimulusRun> stimuli = StimulusRun.Ask(material, runs, cuts[0].Plan);
        List<VariantRun> variants = VariantRun.Ask(material, runs);
        stage.Begin("cut, stimulated and other tunes", 0.1 * scale);
        Task<(ExcisionFigure Excision, StimulationFigure Stimulation, ConstantTokensFigure Constant)>? operated = null;
        (MeasureBeat beat, IReadOnlyList<LayerBound> bindings, BoundUnitsFigure bound, MeanSpectraFigure mean) = OverTunes(
            material,
            runs,
            cuts,
            found => operated = Task.Run(
                () => (ExcisionFigure.Of(material, cuts, found), StimulationFigure.Of(material, stimuli), ConstantTokensFigure.Of(material, variants)), cancellation),
            stage,
            scale,
            cancellation);
        Task<RectifiedSpectraFigure> rectified = Task.Run(() => RectifiedSpectraFigure.Of(material), cancellation);
        RectangularSpectraFigure rectangular = RectangularSpectraFigure.Of(material, mean.Panel);
        OneTuneFigures one = beside.GetAwaiter().GetResult();
        stage.Begin("the control", 0.9 * scale);
        double begins = stage.Done;
        ControlResult? control = StudyControl.Of(material, cuts, ledger, (share, what) => stage.Report(begins + ((0.95 - begins) * share), what), cancellation);
        stage.Begin("the figures", 0.95);
        (ExcisionFigure excision, StimulationFigure stimulation, ConstantTokensFigure constant) = operated!.GetAwaiter().GetResult();
        StudyFigures figures = new()
        {
            Tune = one.Tune,
            HiddenStates = one.HiddenStates,
            ActivationDensities = one.ActivationDensities,
            LargestActivations = one.LargestActivations,
            UnitSpectra = one.UnitSpectra,
            Excision = excision with { Control = control is null ? null : ControlFigure.Of(control, options.Commands.Study) },
            MeanSpectra = mean,
            WindowResponses = one.WindowResponses,
            WindowTables = one.WindowTables,
            RectangularSpectra = rectangular,
            RectifiedSpectra = rectified.GetAwaiter().GetResult(),
            Recurrences = one.Recurrences,
            Posterior = one.Posterior,
            BoundUnits = bound,
            Stimulation = stimulation,
            ConstantTokens = constant,
            SoftmaxAnatomy = one.SoftmaxAnatomy,
        };
        cancellation.ThrowIfCancellationRequested();
        return new Part7Study(Describe(material, runs, figures, control), control, material, cuts, stimuli, bindings, beat);
    }

    /// <summary>Makes all tunes that were asked for, and what many of them say; when it returns, the many are forgotten: they are most of a study's memory.</summary>
    private static (MeasureBeat Beat, IReadOnlyList<LayerBound> Bindings, BoundUnitsFigure Bound, MeanSpectraFigure Mean) OverTunes(
        Part7Material material, Part7Runs runs, IReadOnlyList<CutRun> cuts, Action<MeasureBeat> whenWritten, Stage stage, double scale, CancellationToken cancellation)
    {
        IReadOnlyList<WatchedTune> tunes = runs.WithHeader(material.Header, material.Options.HeaderTunes);
        HeaderTunes headers = new(material, tunes);
        runs.RunAll((done, all) => stage.Report(scale * (0.1 + (0.4 * done / all))));
        MeasureBeat beat = MeasureBeat.Of(material, tunes, cuts);
        whenWritten(beat);

        // What the tunes were gathered in is as large as they are; left lying, it stands in the peak.
        GC.Collect();
        stage.Begin("units bound to measures", 0.5 * scale);
        IReadOnlyList<LayerBound> bindings = LayerBound.Test(material, headers, (done, all) => stage.Report(scale * (0.5 + (0.25 * done / all))), cancellation);
        BoundUnitsFigure bound = BoundUnitsFigure.Of(material, headers, bindings);
        GC.Collect();
        stage.Begin("spectra over many tunes", 0.75 * scale);
        return (beat, bindings, bound, MeanSpectraFigure.Of(material, headers.Spectra(), beat));
    }

    private static StudyDocument Describe(Part7Material material, Part7Runs runs, StudyFigures figures, ControlResult? control)
    {
        Cut[] cuts = [.. figures.Excision.Cuts.Take(material.Layers.Count)];
        IReadOnlyList<StudyVerdict> verdicts = StudyHeadlines.Verdicts(control, cuts);
        Part7Options options = material.Options;
        Model model = material.Model;
        return new StudyDocument
        {
            Title = $"Part 7 on {model.Provenance.Name}, seed {options.Seed}",
            Article = ArticleSentence,
            Headline = StudyHeadlines.Of(control, cuts, figures.Excision.Beating, verdicts),
            Verdicts = verdicts,
            Summary = StudySummary.Of(figures),
            Provenance = new StudyProvenance
            {
                Model = model.Provenance.Name,
                ModelHash = model.Hash,
                Layers = model.Shape.Layers,
                Units = model.Shape.Units,
                Vocabulary = model.Shape.Tokens,
                Seed = options.Seed,
                Rng = options.Mode.ToString().ToLowerInvariant(),
                Temperature = options.Temperature,
                Prime = options.Commands.Prime,
                Version = runs.Facts.Version,
                Command = options.Commands.Study,
                Verify = options.Commands.Verify,
            },
            Files = StudyFiles.Names(figures, control),
            Figures = figures,
        };
    }

    /// <summary>Where the study is.</summary>
    private sealed class Stage(Action<double, string>? progress, CancellationToken cancellation)
    {
        private readonly object gate = new();
        private string what = string.Empty;

        public double Done { get; private set; }

        public void Begin(string of, double share)
        {
            cancellation.ThrowIfCancellationRequested();
            what = of;
            Report(share);
        }

        public void Report(double share, string? of = null)
        {
            lock (gate)
            {
                Done = share;
                progress?.Invoke(share, of ?? what);
            }
        }
    }
}
