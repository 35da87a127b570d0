using System.Globalization;
using Lilt.Anatomy;
using Lilt.Binding;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.Spectra;
using Lilt.Statistics;
using Lilt.Studies;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Analyses;

/// <summary>Asks the library about a tune's recording and puts its answers into the page's form.</summary>
internal sealed class TuneAnalyses(StudioModels models, SessionStore store, TuneReplay replay, SpectraCache spectra, Workplaces workplaces)
{
    private const double LeastProminence = 1;
    private const int LikeliestShown = 10;
    private const int TokensShown = 8;
    private const double DefaultShare = 0.33;

    // Taking a softmax layer apart costs a singular value decomposition; a page asks of one model at a time.
    private const int AnatomiesKept = 2;

    private readonly BoundedCache<string, OutputAnatomy> anatomies = new(AnatomiesKept, _ => 1);

    /// <summary>The likeliest tokens at one step.</summary>
    public async Task<PosteriorView> PosteriorAsync(string tune, int step, CancellationToken cancellation)
    {
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        Bounded.Whole("step", step, 0, recording.Steps - 1);
        return Posterior(recording, step);
    }

    /// <summary>[T] The likeliest tokens at every step.</summary>
    public async Task<IReadOnlyList<PosteriorView>> PosteriorsAsync(string tune, CancellationToken cancellation)
    {
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        return [.. Enumerable.Range(0, recording.Steps).Select(step => Posterior(recording, step))];
    }

    /// <summary>An order of a layer's units.</summary>
    public async Task<UnitOrderView> OrderAsync(
        string tune,
        string site,
        int layer,
        UnitOrderKind by,
        Band? band,
        BoundEvent bound,
        CancellationToken cancellation
    )
    {
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        RecordedSite.Kind(site, layer, recording);
        UnitOrder order = by switch
        {
            UnitOrderKind.Index => UnitOrder.ByIndex(recording.Facts.Units),
            UnitOrderKind.Peak => UnitOrder.ByPeakPeriod(
                await spectra.GetAsync(tune, recording, site, layer, WindowShape.Hann, cancellation)
            ),
            UnitOrderKind.Band => UnitOrder.ByBand(
                (await spectra.GetAsync(tune, recording, site, layer, WindowShape.Hann, cancellation)).With(DirectCurrent.Exclude),
                band ?? MeasureBandOf(recording)
            ),
            UnitOrderKind.Binding => UnitOrder.ByBinding(Events(recording, site, layer, bound)),
            _ => await workplaces.RunAsync(_ => UnitOrder.BySimilarity(RecordedSite.Sequences(recording, site, layer)), cancellation),
        };
        return new UnitOrderView(by, order.Units, order.Keys);
    }

    /// <summary>Mean spectra of all layers, or of the posterior.</summary>
    public async Task<SpectraView> SpectraAsync(string tune, string site, WindowShape window, CancellationToken cancellation)
    {
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        LayerSpectra[] layers = await LayersAsync(tune, recording, site, window, cancellation);
        SpectralGrid grid = layers[0].Grid;
        Period? interval = MeasureInterval(recording);
        Band? band = interval is { } known ? MeasureBand.Around(known, grid) : null;
        return new SpectraView(
            site,
            window,
            recording.Steps,
            [.. Enumerable.Range(0, grid.Bins).Select(grid.FrequencyAt)],
            interval?.Steps,
            band is { } of ? [of.Shortest.Steps, of.Longest.Steps] : null,
            [.. layers.Select((layer, index) => View(layer.Mean(), site == RecordedSite.Posterior ? 0 : index + 1))]
        );
    }

    /// <summary>The units of every layer that hold the most power in a band.</summary>
    public async Task<BandView> BandAsync(
        string tune,
        string site,
        WindowShape window,
        Band? band,
        double? above,
        double? top,
        CancellationToken cancellation
    )
    {
        if (above is not null && top is not null)
        {
            throw StudioException.Bad("'above' and 'top' are two ways to choose: give one.");
        }

        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        Band chosen = band ?? MeasureBandOf(recording);
        double? share = above is null ? top ?? DefaultShare : null;
        List<LayerBandView> layers = [];
        foreach (LayerSpectra layer in await LayersAsync(tune, recording, site, window, cancellation))
        {
            double[] fractions = layer.With(above is null ? DirectCurrent.Exclude : DirectCurrent.Include).BandFractions(chosen);
            IReadOnlyList<UnitFraction> units = above is { } threshold
                ? UnitSelection.Above(fractions, threshold)
                : UnitSelection.Top(fractions, share!.Value);
            layers.Add(
                new LayerBandView(
                    layers.Count + 1,
                    [.. units.Select(unit => new UnitShare(unit.Unit, unit.Fraction))],
                    (double)units.Count / layer.Units
                )
            );
        }

        return new BandView(
            chosen.Shortest.Steps,
            chosen.Longest.Steps,
            above,
            share,
            layers,
            site == "h" ? UnitsCommand(tune, window, chosen, above, share) : null
        );
    }

    /// <summary>Everything about one unit.</summary>
    public async Task<UnitView> UnitAsync(string tune, string site, int layer, int unit, WindowShape window, CancellationToken cancellation)
    {
        KeptTune kept = store.Tune(tune);
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        UnitSequences sequences = RecordedSite.Sequences(recording, site, layer);
        Bounded.Whole("unit", unit, 0, sequences.Units - 1);
        bool writes = site == "h" && layer == recording.Facts.Layers;
        OutputAnatomy? anatomy = writes ? await AnatomyAsync(kept, cancellation) : null;
        IReadOnlyList<TokenWeightView>? Weights(IReadOnlyList<TokenWeight>? weights) =>
            weights is null
                ? null
                : [.. weights.Select(weight => new TokenWeightView(recording.Facts.Vocabulary[weight.Token.Index], weight.Weight))];
        int shown = Math.Min(TokensShown, recording.Facts.Vocabulary.Count);
        return new UnitView(
            site,
            layer,
            unit,
            [.. Enumerable.Range(0, sequences.Steps).Select(step => sequences.Step(step)[unit])],
            recording.Steps < Window.MinimumLength
                ? null
                : Spectrum(await spectra.GetAsync(tune, recording, site, layer, window, cancellation), unit, window),
            [.. Enum.GetValues<BoundEvent>().Select(bound => Around(recording, sequences, unit, bound)).OfType<UnitEventView>()],
            Weights(anatomy?.Favoured(unit, shown)),
            Weights(anatomy?.Disfavoured(unit, shown))
        );
    }

    private static PosteriorView Posterior(TuneRecording recording, int step)
    {
        IReadOnlyList<string> texts = recording.Facts.Vocabulary;
        float[] p = recording.Values(SiteKind.Posterior).Slice(step * texts.Count, texts.Count).ToArray();
        int[] ranked = Ranking.Descending([.. p.Select(share => (double)share)]);
        TokenChance Chance(int rank) => new(texts[ranked[rank]], p[ranked[rank]], rank + 1);
        return new PosteriorView(
            step,
            [.. Enumerable.Range(0, Math.Min(LikeliestShown, p.Length)).Select(Chance)],
            Chance(Array.IndexOf(ranked, recording.Output[step].Index))
        );
    }

    private async Task<OutputAnatomy> AnatomyAsync(KeptTune kept, CancellationToken cancellation)
    {
        Model model = await models.OfAsync(kept, cancellation);
        return await anatomies.GetAsync(model.Hash, stopped => Task.Run(() => new OutputAnatomy(model), stopped), cancellation);
    }

    private Task<LayerSpectra[]> LayersAsync(
        string tune,
        TuneRecording recording,
        string site,
        WindowShape window,
        CancellationToken cancellation
    ) =>
        Task.WhenAll(
            (site == RecordedSite.Posterior ? [0] : Enumerable.Range(1, recording.Facts.Layers))
                .Select(layer => spectra.GetAsync(tune, recording, site, layer, window, cancellation))
                .ToArray()
        );

    private static Period? MeasureInterval(TuneRecording recording) =>
        MeasureBand.Interval([
            .. recording.Output.Select(token => TokenKinds.Of(recording.Facts.Vocabulary[token.Index]) == TokenKind.Measure),
        ]);

    private static Band MeasureBandOf(TuneRecording recording) =>
        MeasureInterval(recording) is { } interval && recording.Steps >= Window.MinimumLength
            ? MeasureBand.Around(interval, SpectralGrid.For(recording.Steps, SpectralPoints.Padded))
            : throw StudioException.Unreadable(
                $"The tune has fewer than {MeasureBand.FewestMeasures} measures, so there is no band to take by itself: give one with 'low' and 'high'."
            );

    private static TuneEvents Events(TuneRecording recording, string site, int layer, BoundEvent bound) =>
        MeasureEvents.Of(recording, RecordedSite.Sequences(recording, site, layer), bound == BoundEvent.Written)
        ?? throw StudioException.Unreadable("The tune has fewer than two steps after its header: there is nothing to be bound to.");

    private static LayerSpectrumView View(MeanSpectrum mean, int layer) =>
        new(
            layer,
            mean.Mean.ToArray(),
            mean.StandardError.ToArray(),
            [
                .. PeakFinder
                    .Find(mean, LeastProminence)
                    .Select(peak => new PeakView(
                        double.IsFinite(peak.Period.Steps) ? peak.Period.Steps : null,
                        peak.Magnitude,
                        double.IsFinite(peak.Prominence) ? peak.Prominence : 0,
                        peak.Standing
                    )),
            ]
        );

    private static UnitSpectrumView Spectrum(LayerSpectra layer, int unit, WindowShape window)
    {
        double peak = layer.PeakPeriods()[unit].Steps;
        return new UnitSpectrumView(
            window,
            [.. Enumerable.Range(0, layer.Grid.Bins).Select(layer.Grid.FrequencyAt)],
            [.. layer.Magnitudes(unit).ToArray().Select(magnitude => magnitude * magnitude)],
            double.IsFinite(peak) ? peak : null
        );
    }

    private static UnitEventView? Around(TuneRecording recording, UnitSequences sequences, int unit, BoundEvent bound)
    {
        if (MeasureEvents.Of(recording, sequences, bound == BoundEvent.Written) is not { EventCount: > 0 } events)
        {
            return null;
        }

        EventSurroundings around = EventSurroundings.Of(events, unit);
        return new UnitEventView(
            bound,
            around.Offsets,
            around.Mean,
            around.StandardError,
            events.EventCount,
            events.HasContrast ? PointBiserial.Correlations(events, rectify: false)[unit] : null
        );
    }

    private string UnitsCommand(string tune, WindowShape window, Band band, double? above, double? share)
    {
        KeptTune kept = store.Tune(tune);
        string file = $"{tune}.npz";
        string record = TuneCommand.Of(kept.Data, models.Argument(kept.Data.Model)).Record(file, kept.Data.Kind == TuneKind.Given);
        string one =
            (kept.Data.Plan is not null || kept.Data.Generator == DrawMode.Stream) && kept.Data.Index > 0
                ? string.Create(CultureInfo.InvariantCulture, $" --tune {kept.Data.Index}")
                : "";
        return record
            + string.Create(
                CultureInfo.InvariantCulture,
                $" && lilt units {file}{one} --layer 1 --band {band.Shortest.Steps} {band.Longest.Steps} {(above is { } over ? $"--above {over:R}" : $"--top {share:R}")}{(window == WindowShape.Hann ? "" : $" --window {window.ToString().ToLowerInvariant()}")}"
            );
    }
}
