using Lilt.Binding;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>What all figures of a study are made from: the model, the studied tune and its recording.</summary>
internal sealed class StudyMaterial
{
    private readonly TokenKind[] kinds;
    private readonly Lazy<IReadOnlyList<LayerSpectra>> rectangular;
    private readonly Lazy<IReadOnlyList<LayerSpectra>> rectified;

    /// <param name="model">The network.</param>
    /// <param name="options">What to study.</param>
    /// <param name="studied">The studied tune, whole.</param>
    public StudyMaterial(Model model, StudyOptions options, WatchedTune studied)
    {
        Model = model;
        Options = options;
        Recording = studied.Recording!;
        kinds = [.. Enumerable.Range(0, model.Vocabulary.Count).Select(index => TokenKinds.Of(model.Vocabulary, new Token(index)))];
        Tune = StudyTuneReader.Read(
            "the studied tune",
            [.. Recording.Output.Select(token => model.Vocabulary[token])],
            studied.Tune!.EndsAtLimit
        );
        Header = [.. Recording.Output.TakeWhile(token => KindOf(token) is TokenKind.Meter or TokenKind.Key or TokenKind.Unit)];
        Layers = [.. Enumerable.Range(1, model.Shape.Layers).Select(layer => HiddenOf(Recording, layer))];
        Posterior = new UnitSequences(Recording.Values(SiteKind.Posterior), model.Shape.Tokens);
        SpectrumOptions plain = SpectrumOptions.Default;
        rectangular = new(() => SpectraOf(Layers, plain with { Window = WindowShape.Rectangular }));
        rectified = new(() => SpectraOf(Layers, plain with { Rectify = true }));
    }

    /// <summary>The network.</summary>
    public Model Model { get; }

    /// <summary>What is studied.</summary>
    public StudyOptions Options { get; }

    /// <summary>The studied tune's recording, every site.</summary>
    public TuneRecording Recording { get; }

    /// <summary>The studied tune.</summary>
    public StudyTune Tune { get; }

    /// <summary>The meter, key and unit tokens that the studied tune begins with.</summary>
    public IReadOnlyList<Token> Header { get; }

    /// <summary>h of each layer, [T, H].</summary>
    public IReadOnlyList<UnitSequences> Layers { get; }

    /// <summary>p, [T, V].</summary>
    public UnitSequences Posterior { get; }

    /// <summary>T.</summary>
    public int Steps => Recording.Steps;

    /// <summary>The median interval of the tune's measure tokens; known when the tune was found fit for study.</summary>
    public Period MeasureInterval { get; private set; }

    /// <summary>The band of periods that cuts go by.</summary>
    public Band Band { get; private set; }

    /// <summary>Each layer's spectra under a Hann window, frequency 0 left out of fractions.</summary>
    public IReadOnlyList<LayerSpectra> Hann { get; private set; } = [];

    /// <summary>The posterior's spectra under a Hann window.</summary>
    public LayerSpectra HannPosterior { get; private set; } = null!;

    /// <summary>Each layer's spectra under a rectangular window; made at the first use.</summary>
    public IReadOnlyList<LayerSpectra> Rectangular => rectangular.Value;

    /// <summary>Each layer's spectra of |h| under a Hann window; made at the first use.</summary>
    public IReadOnlyList<LayerSpectra> Rectified => rectified.Value;

    /// <summary>Each layer's fractions of power in the band, [S][H].</summary>
    public IReadOnlyList<double[]> Fractions { get; private set; } = [];

    /// <summary>[V] What each token stands for.</summary>
    public IReadOnlyList<TokenKind> Kinds => kinds;

    /// <summary>What a token stands for.</summary>
    public TokenKind KindOf(Token token) => kinds[token.Index];

    /// <summary>Whether each step writes a token of a kind, [T].</summary>
    public bool[] Written(TokenKind kind) => [.. Recording.Output.Select(token => KindOf(token) == kind)];

    /// <summary>h of a layer of a recording, [T, H].</summary>
    public static UnitSequences HiddenOf(TuneRecording recording, int layer) =>
        UnitSequences.OfLayer(recording.Memory(SiteKind.Hidden), recording.Facts.Layers, recording.Facts.Units, layer);

    /// <summary>
    /// The measure tokens that a tune with this header reads, or writes, as events; null where it has fewer than two steps to count.
    /// </summary>
    /// <param name="recording">The tune.</param>
    /// <param name="h">What the units of a layer did in it.</param>
    /// <param name="written">Whether the event is that one is written; otherwise that one is read.</param>
    public TuneEvents? EventsOf(TuneRecording recording, UnitSequences h, bool written) =>
        MeasureEvents.Of(recording, h, written, Header.Count, kinds);

    /// <summary>Refuses a network whose tunes can have no measures, before it writes any.</summary>
    /// <exception cref="StudyRefusedException">Its vocabulary has no measure tokens.</exception>
    public static void ThrowUnlessMeasured(Model model)
    {
        if (TokenKinds.Select(model.Vocabulary, TokenKind.Measure).Count == 0)
        {
            throw new StudyRefusedException(
                "the model's vocabulary has no measure tokens, so there are no measures to study: take a model of folk-rnn's tokens."
            );
        }
    }

    /// <summary>Finds the measures' rhythm and makes the spectra.</summary>
    /// <exception cref="StudyRefusedException">The tune has too few steps or measures.</exception>
    public void Analyse()
    {
        const int FewestSteps = 32;
        if (Steps < FewestSteps)
        {
            throw new StudyRefusedException(
                $"the tune of seed {Options.Seed} has {Steps} steps, too few to analyse ({FewestSteps} at least): take another --seed or --prime."
            );
        }

        MeasureInterval =
            MeasureBand.Interval(Written(TokenKind.Measure))
            ?? throw new StudyRefusedException(
                $"the tune of seed {Options.Seed} has fewer than {MeasureBand.FewestMeasures} measures, so there is no rhythm of measures to study: take another --seed or --prime."
            );
        SpectrumOptions hann = SpectrumOptions.Default with { DirectCurrent = DirectCurrent.Exclude };
        IReadOnlyList<LayerSpectra> spectra = SpectraOf([.. Layers, Posterior], hann);
        Hann = [.. spectra.SkipLast(1)];
        HannPosterior = spectra[^1];
        Band = Options.Band ?? MeasureBand.Around(MeasureInterval, Hann[0].Grid);
        Fractions = [.. Hann.Select(layer => layer.BandFractions(Band))];
    }

    private static IReadOnlyList<LayerSpectra> SpectraOf(IReadOnlyList<UnitSequences> sequences, SpectrumOptions options) =>
        [.. sequences.AsParallel().AsOrdered().Select(of => LayerSpectra.Of(of, options))];
}
