using Lilt.Network;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Look;

/// <summary>A first look at one tune: pictures 1, 2, 13 and 14 of part 7 in some seconds, and no test of anything.</summary>
public static class LookStudy
{
    private const string RecordingFile = "recording.npz";

    /// <summary>This kind of study, <c>look</c>. Its figures: see <see cref="LookFigures"/>.</summary>
    public static StudyKind Kind { get; } = new("look", () => LookJson.Default.LookFigures);

    /// <summary>Makes a study.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">Which tune.</param>
    /// <param name="progress">Told how much is done, from 0 to 1, and what is being done.</param>
    /// <param name="cancellation">Ends the study.</param>
    /// <exception cref="StudyRefusedException">The model has no measure tokens, or the tune is too short.</exception>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    public static Study Run(
        Model model,
        LookOptions options,
        Action<double, string>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        StudyMaterial.ThrowUnlessMeasured(model);
        StudyStages stages = new(progress, cancellation);
        stages.Begin("the tune", 0);
        StudyMaterial material = new(model, options, new StudyRuns(model, options, cancellation).Studied());
        stages.Begin("its spectra", 0.4);
        material.Analyse();
        stages.Begin("the pictures", 0.7);
        LookFigures figures = new()
        {
            Tune = StudiedTuneFigure.Of(material),
            HiddenStates = HiddenStatesFigure.Of(material) with { Files = [RecordingFile] },
            Posterior = PosteriorFigure.Of(material) with { Files = [RecordingFile, "steps.csv"] },
            BoundUnits = BoundUnitsFigure.OfOneTune(material) with { Files = [RecordingFile] },
        };
        cancellation.ThrowIfCancellationRequested();
        return new Study
        {
            Kind = Kind.Name,
            Title = $"A first look at {model.Provenance.Name}, seed {options.Seed}",
            Article =
                "Four of the pictures of “Making sense of the folk-rnn v2 model, part 7” (Bob L. Sturm, High Noon GMT, January 2018), of one tune: what is written, what the hidden states and the posterior do meanwhile, and which units go with the measures.",
            Headline = null,
            Verdicts = [],
            Summary =
            [
                figures.Tune.Here,
                figures.HiddenStates.Here,
                "One tune shows where to look. What holds of the network is tested over many: lilt study part7.",
            ],
            Provenance = StudyProvenance.Of(model, options),
            Figures = StudyFigures.Of(figures, Kind),
            Contents =
            [
                StudyTunes.Of("tunes.abc", "the tune", [material.Tune]),
                new StudyRecording(
                    RecordingFile,
                    "every site of the tune at every step: i, f, g, o, c, h [T, S, H], logits, posterior [T, V]",
                    material.Recording
                ),
                TuneTables.Steps("each step of the tune: its token, the token's surprise", figures.Tune, figures.Posterior),
                TuneTables.Measures("every measure of the tune with its verdict", [material.Tune]),
            ],
        };
    }
}
