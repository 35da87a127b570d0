using Lilt.Notation.Tokens;
using Lilt.Spectra;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 12: what the input could explain.</summary>
public sealed record RecurrencesFigure : Figure
{
    private const string PitchName = "pitch tokens";
    private const string MeasureName = "measure tokens";
    private const int ShortestPhrase = 3;
    private const int MostPhrases = 12;

    /// <summary>
    /// Steps from one occurrence to the next, for the tokens that occur more than once: the commonest first, pitch tokens as one before
    /// all.
    /// </summary>
    public required IReadOnlyList<TokenIntervals> Intervals { get; init; }

    /// <summary>[lags] The share of steps whose token is the same that many steps later, for lags from 1 on, to half the tune.</summary>
    public required double[] SelfMatch { get; init; }

    /// <summary>The longest phrases that return, the longest first.</summary>
    public required IReadOnlyList<ReturningPhrase> Phrases { get; init; }

    /// <summary>The spectra of the measure-token and pitch-token indicator sequences beside the layers'.</summary>
    public required SpectrumPanel Panel { get; init; }

    /// <summary>h demodulated at the measure frequency.</summary>
    public required MeasureEnvelope Envelope { get; init; }

    /// <summary>The steps at which a measure token is written, ascending.</summary>
    public required IReadOnlyList<int> MeasureSteps { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static RecurrencesFigure Of(StudyMaterial material)
    {
        Token[] tokens = [.. material.Recording.Output];
        Vocabulary vocabulary = material.Model.Vocabulary;
        List<TokenIntervals> intervals = [];
        foreach (Token token in tokens.Distinct())
        {
            Add(intervals, vocabulary[token], [.. tokens.Select(other => other == token)]);
        }

        intervals.Sort((a, b) => b.Count.CompareTo(a.Count) is var most and not 0 ? most : string.CompareOrdinal(a.Token, b.Token));
        Add(intervals, PitchName, material.Written(TokenKind.Pitch));
        if (intervals.Count > 0 && intervals[^1].Token == PitchName)
        {
            intervals.Insert(0, intervals[^1]);
            intervals.RemoveAt(intervals.Count - 1);
        }

        // Half the tune at the most: of a longer lag so few steps are left that any match is chance.
        double[] shares = Studies.SelfMatch.Shares(tokens)[1..((tokens.Length / 2) + 1)];
        List<ReturningPhrase> phrases =
        [
            .. RepeatedPhrases
                .Find(tokens, ShortestPhrase)
                .Take(MostPhrases)
                .Select(phrase => new ReturningPhrase([.. phrase.Tokens.Select(token => vocabulary[token])], phrase.Starts)),
        ];
        SpectrumPanel panel = Panels(material);
        List<EnvelopeLayer> envelope =
        [
            .. material
                .Layers.AsParallel()
                .AsOrdered()
                .Select((h, index) => new EnvelopeLayer(index + 1, Amplitude(h, material.MeasureInterval))),
        ];
        return new RecurrencesFigure
        {
            Intervals = intervals,
            SelfMatch = shares,
            Phrases = phrases,
            Panel = panel,
            Envelope = new MeasureEnvelope(material.MeasureInterval.Frequency, envelope),
            MeasureSteps = material.Tune.MeasureSteps,
            Article =
                "The measure token every 8 or 9 steps explains the peak near 8.8, pitch tokens at every other step or so that at 2.25, phrases that return after 20, 35 and 38 steps the one at 36; repeat signs 69 steps apart should show a peak there, and do not.",
            Here = Sentences(material, intervals, shares, phrases, panel, envelope),
            Caption =
                "Intervals between occurrences of tokens that stand more than once; the share of steps whose token stands again after a lag, for lags up to half the tune; maximal phrases of three tokens or more that return. Spectra under a Hann window: layers relative to the largest mean of layer 1, indicator sequences (1 where such a token is written, else 0) to their own largest. "
                + "The envelope is each unit's amplitude at the measure frequency over four measures around the step, averaged over the layer.",
            Command = material.Options.Commands.Study,
            Files = ["intervals.csv", "self-match.csv", "mean-spectra.csv"],
        };
    }

    private static void Add(List<TokenIntervals> intervals, string name, bool[] events)
    {
        OnsetIntervals of = OnsetIntervals.Of(events);
        if (of.Onsets.Count > 1)
        {
            intervals.Add(
                new TokenIntervals(name, of.Onsets.Count, [.. of.Counts().Select(pair => new IntervalCount(pair.Key, pair.Value))])
            );
        }
    }

    private static SpectrumPanel Panels(StudyMaterial material)
    {
        List<MeanSpectrum> layers = [.. material.Hann.Select(layer => layer.Mean())];
        List<(string Name, MeanSpectrum Mean, double Reference)> curves =
        [
            .. layers.Select((mean, index) => (MeanPanels.LayerName(index + 1), mean, layers[0].Largest)),
        ];
        foreach ((string name, TokenKind kind) in ((string, TokenKind)[])[(MeasureName, TokenKind.Measure), (PitchName, TokenKind.Pitch)])
        {
            float[] indicator = [.. material.Written(kind).Select(written => written ? 1f : 0f)];
            MeanSpectrum mean = LayerSpectra.Of(new UnitSequences(indicator, 1), SpectrumOptions.Default).Mean();
            curves.Add((name, mean, mean.Largest));
        }

        return SpectrumPanel.Of(
            "Spectra of what is written over the layers'",
            curves,
            "the largest mean of layer 1; for the indicator sequences their own largest",
            null,
            material.MeasureInterval
        );
    }

    private static double[] Amplitude(UnitSequences h, Period interval)
    {
        double[] sequence = new double[h.Steps];
        double[] envelope = new double[h.Steps];
        double[] amplitude = new double[h.Steps];
        Period period = interval.Steps < 2 ? new Period(2) : interval;
        for (int unit = 0; unit < h.Units; unit++)
        {
            h.CopyUnit(unit, sequence);
            Demodulation.Envelope(sequence, period, envelope);
            for (int step = 0; step < envelope.Length; step++)
            {
                amplitude[step] += envelope[step] / h.Units;
            }
        }

        return amplitude;
    }

    private static string Sentences(
        StudyMaterial material,
        List<TokenIntervals> intervals,
        double[] shares,
        List<ReturningPhrase> phrases,
        SpectrumPanel panel,
        List<EnvelopeLayer> envelope
    )
    {
        List<string> all = [];
        OnsetIntervals measures = OnsetIntervals.Of(material.Written(TokenKind.Measure));
        if (intervals.Find(of => of.Token == PitchName) is { } pitches)
        {
            IntervalCount most = pitches.Intervals.MaxBy(interval => interval.Count)!;
            all.Add(
                $"A measure token is written every {NumberText.Number(measures.Median(2)!.Value)} steps (median), a pitch token most often {NumberText.Count(most.Steps, "step")} after the one before ({NumberText.Share((double)most.Count / (pitches.Count - 1))})."
            );
        }

        int[] lags =
        [
            .. Enumerable
                .Range(1, shares.Length)
                .Where(lag => lag > 1)
                .OrderByDescending(lag => shares[lag - 1])
                .ThenBy(lag => lag)
                .Take(3),
        ];
        all.Add(
            $"The tune is most like itself after {NumberText.List(lags.Select(lag => NumberText.Number(lag)))} steps ({NumberText.List(lags.Select(lag => NumberText.Share(shares[lag - 1])))} of the tokens the same)."
        );
        if (phrases.Count > 0)
        {
            ReturningPhrase longest = phrases[0];
            all.Add(
                $"The longest phrase that returns has {NumberText.Count(longest.Tokens.Count, "token")} and begins at steps {NumberText.List(longest.At.Select(step => NumberText.Number(step)))}."
            );
        }
        else
        {
            all.Add("No phrase of three tokens or more returns.");
        }

        double[] harmonics =
        [
            .. panel
                .PeaksOf(MeasureName)
                .Where(peak => peak.Verdict == PeakStanding.Stands && double.IsFinite(peak.Period.Steps))
                .Select(peak => peak.Period.Steps),
        ];
        SpectrumPeak[] layers =
        [
            .. panel.Peaks.Where(peak =>
                peak.Curve.StartsWith("layer", StringComparison.Ordinal)
                && peak.Verdict == PeakStanding.Stands
                && double.IsFinite(peak.Period.Steps)
            ),
        ];
        double near = material.Hann[0].Window.Lobes.HalfWidth;
        int explained = layers.Count(peak => harmonics.Any(period => Math.Abs((1 / period) - peak.Period.Frequency) <= near));
        if (layers.Length > 0)
        {
            all.Add(
                $"Of the layers' {NumberText.Count(layers.Length, "standing peak")}, {NumberText.Number(explained)} stand where the measure tokens alone have one (within the window's half width): a pulse has peaks at all its harmonics."
            );
        }

        all.Add(
            $"The amplitude at the measure period is largest at step {NumberText.List(envelope.Select(layer => $"{NumberText.Number(Array.IndexOf(layer.Amplitude, layer.Amplitude.Max()))} in layer {layer.Layer} ({NumberText.Number(layer.Amplitude.Max())}, the mean {NumberText.Number(layer.Amplitude.Average())})"))}."
        );
        return string.Join(' ', all);
    }
}
