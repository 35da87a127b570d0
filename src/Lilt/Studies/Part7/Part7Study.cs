using Lilt.Network;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Figures;
using Lilt.Studies.Part7.Telling;

namespace Lilt.Studies.Part7;

/// <summary>
/// The article "Making sense of the folk-rnn v2 model, part 7" on any model and seed: its tune, every figure's numbers, what they say.
/// </summary>
/// <remarks>Source: B. L. Sturm, "Making sense of the folk-rnn v2 model, part 7", High Noon GMT, 2018.</remarks>
public static class Part7Study
{
    private const string ArticleSentence =
        "After “Making sense of the folk-rnn v2 model, part 7” (Bob L. Sturm, High Noon GMT, January 2018), which looks at the hidden states of a music-writing LSTM while it writes one tune, cuts the units that beat with the measures, and stimulates it with two tokens at once.";

    /// <summary>This kind of study, <c>part7</c>. Its figures: see <see cref="Part7Figures"/>.</summary>
    public static StudyKind Kind { get; } = new("part7", () => Part7Json.Default.Part7Figures);

    /// <summary>Makes a study.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What to study.</param>
    /// <param name="ledger">Keeps what the control makes, and knows what an earlier run of the same study made; null for none.</param>
    /// <param name="progress">Told how much is done, from 0 to 1, and what is being done.</param>
    /// <param name="cancellation">Ends the study.</param>
    /// <exception cref="StudyRefusedException">The model has no measure tokens, or the tune is too short.</exception>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    public static Study Run(
        Model model,
        Part7Options options,
        ControlLedger? ledger = null,
        Action<double, string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.HeaderTunes, 2, nameof(options));
        StudyMaterial.ThrowUnlessMeasured(model);
        StudyStages stages = new(progress, cancellation);
        StudyRuns runs = new(model, options, cancellation);
        using SideWork side = new(cancellation);
        double scale = options.ControlSets > 0 ? 0.15 : 1;
        stages.Begin("the studied tune", 0);
        StudyMaterial material = new(model, options, runs.Studied());
        material.Analyse();
        Task<OneTuneFigures> beside = side.Begin(() => OneTuneFigures.Of(material));
        List<CutRun> cuts = CutRun.Ask(material, runs);
        List<StimulusRun> stimuli = StimulusRun.Ask(material, runs, cuts[0].Plan);
        List<VariantRun> variants = VariantRun.Ask(material, runs);
        stages.Begin("cut, stimulated and other tunes", 0.1 * scale);
        Task<(ExcisionFigure Excision, StimulationFigure Stimulation, ConstantTokensFigure Constant)>? operated = null;
        (MeasureBeat beat, IReadOnlyList<LayerBound> bindings, BoundUnitsFigure bound, MeanSpectraFigure mean) = OverTunes(
            material,
            options,
            runs,
            cuts,
            found =>
                operated = side.Begin(() =>
                    (
                        ExcisionFigure.Of(material, cuts, found),
                        StimulationFigure.Of(material, stimuli),
                        ConstantTokensFigure.Of(material, variants)
                    )
                ),
            stages,
            scale,
            cancellation
        );
        Task<RectifiedSpectraFigure> rectified = side.Begin(() => RectifiedSpectraFigure.Of(material));
        RectangularSpectraFigure rectangular = RectangularSpectraFigure.Of(material, mean.Panel);
        OneTuneFigures one = beside.GetAwaiter().GetResult();
        stages.Begin("the control", 0.9 * scale);
        double begins = stages.Done;
        ControlResult? control = Part7Control.Of(
            material,
            options,
            cuts,
            ledger,
            (share, what) => stages.Report(begins + ((0.95 - begins) * share), what),
            cancellation
        );
        stages.Begin("the layers interchanged", 0.95);
        ControlInterchange? interchange = control is null ? null : Part7Interchange.Of(material, options, cancellation);
        stages.Begin("the figures", 0.97);
        (ExcisionFigure excision, StimulationFigure stimulation, ConstantTokensFigure constant) = operated!.GetAwaiter().GetResult();
        Part7Figures figures = new()
        {
            Tune = one.Tune,
            HiddenStates = one.HiddenStates,
            ActivationDensities = one.ActivationDensities,
            LargestActivations = one.LargestActivations,
            UnitSpectra = one.UnitSpectra,
            Excision = excision with
            {
                Control = control is null ? null : ExcisionControl.Of(control, options.Commands.Study) with { Interchange = interchange },
            },
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
        Excision[] byRank = [.. figures.Excision.Cuts.Take(material.Layers.Count)];
        IReadOnlyList<StudyVerdict> verdicts = Part7Headline.Verdicts(control, byRank);
        return new Study
        {
            Kind = Kind.Name,
            Title = $"Part 7 on {model.Provenance.Name}, seed {options.Seed}",
            Article = ArticleSentence,
            Headline = Part7Headline.Of(control, byRank, figures.Excision.Beating, verdicts),
            Verdicts = verdicts,
            Summary = Part7Summary.Of(figures),
            Provenance = StudyProvenance.Of(model, options),
            Figures = StudyFigures.Of(figures, Kind),
            Contents = Part7Contents.Of(material, figures, cuts, stimuli, bindings, beat, verdicts, control),
        };
    }

    /// <summary>
    /// Makes all tunes that were asked for, and what many of them say; when it returns, the many are forgotten: they are most of a study's
    /// memory.
    /// </summary>
    private static (MeasureBeat Beat, IReadOnlyList<LayerBound> Bindings, BoundUnitsFigure Bound, MeanSpectraFigure Mean) OverTunes(
        StudyMaterial material,
        Part7Options options,
        StudyRuns runs,
        IReadOnlyList<CutRun> cuts,
        Action<MeasureBeat> whenWritten,
        StudyStages stages,
        double scale,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<WatchedTune> tunes = runs.WithHeader(material.Header, options.HeaderTunes, HeaderTunes.SpectrumTunes);
        HeaderTunes headers = new(material, tunes);
        runs.RunAll((done, all) => stages.Report(scale * (0.1 + (0.4 * done / all))));
        MeasureBeat beat = MeasureBeat.Of(material, tunes, cuts);
        whenWritten(beat);
        stages.Begin("units bound to measures", 0.5 * scale);
        IReadOnlyList<LayerBound> bindings = LayerBound.Test(
            material,
            headers,
            (done, all) => stages.Report(scale * (0.5 + (0.25 * done / all))),
            cancellation
        );
        BoundUnitsFigure bound = BoundUnitsFigure.Of(material, headers, bindings);
        stages.Begin("spectra over many tunes", 0.75 * scale);
        return (beat, bindings, bound, MeanSpectraFigure.Of(material, headers.Spectra(), beat));
    }
}
