using Lilt.Binding;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Statistics;

namespace Lilt.Studies.Figures;

/// <summary>The tunes with the studied header: events and spectra over many tunes.</summary>
internal sealed class HeaderTunes(StudyMaterial material, IReadOnlyList<WatchedTune> tunes)
{
    /// <summary>How many of them, at the most, give the spectra and their interval.</summary>
    public const int SpectrumTunes = 50;

    private const int FewestSteps = 32;
    private const int Resampling = 999;
    private const int PointsAtLeast = 1024;
    private const double Level = 0.95;

    /// <summary>How many were made.</summary>
    public int Count => tunes.Count;

    /// <summary>The events of every tune that counts steps, for a layer: measure tokens read, and measure tokens written.</summary>
    /// <param name="layer">From 1.</param>
    public (List<TuneEvents> Read, List<TuneEvents> Written) Events(int layer)
    {
        List<TuneEvents> read = [];
        List<TuneEvents> written = [];
        foreach (WatchedTune tune in tunes)
        {
            UnitSequences h = StudyMaterial.HiddenOf(tune.Recording!, layer);
            if (material.EventsOf(tune.Recording!, h, written: false) is { } events)
            {
                read.Add(events);
                written.Add(material.EventsOf(tune.Recording!, h, written: true)!);
            }
        }

        return (read, written);
    }

    /// <summary>
    /// The mean spectra over tunes, with an interval over them; null with fewer than two tunes that are whole and long enough.
    /// </summary>
    public SpectrumPanel? Spectra()
    {
        TuneRecording[] used =
        [
            .. tunes
                .Take(SpectrumTunes)
                .Select(tune => tune.Recording!)
                .Where(recording => recording.Steps >= FewestSteps && !recording.Facts.EndsAtLimit),
        ];
        if (used.Length < 2)
        {
            return null;
        }

        int longest = used.Max(recording => recording.Steps);
        SpectralGrid grid = new((int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(PointsAtLeast, longest)));
        int[] lengths = [.. used.Select(recording => recording.Steps).Order()];
        Window window = new(WindowShape.Hann, lengths[lengths.Length / 2]);
        int layers = material.Layers.Count;
        int[][] draws = Resamples.Draw(used.Length, Resampling, material.Options.Seed.Derive("mean spectra over tunes"));
        CurveInterval[] intervals = new CurveInterval[layers + 1];
        double[][][] curves = [.. Enumerable.Range(0, layers + 1).Select(_ => new double[used.Length][])];
        Parallel.For(
            0,
            used.Length,
            new ParallelOptions { MaxDegreeOfParallelism = material.Options.Threads },
            tune =>
            {
                for (int layer = 1; layer <= layers; layer++)
                {
                    curves[layer - 1][tune] = Curve(StudyMaterial.HiddenOf(used[tune], layer), grid);
                }

                curves[layers][tune] = Curve(new UnitSequences(used[tune].Values(SiteKind.Posterior), material.Model.Shape.Tokens), grid);
            }
        );
        Parallel.For(
            0,
            intervals.Length,
            new ParallelOptions { MaxDegreeOfParallelism = material.Options.Threads },
            curve => intervals[curve] = CurveInterval.OverTunes(curves[curve], draws, Level)
        );
        return Panel(intervals, grid, window, used.Length);
    }

    // Divided by the window's sum, so that tunes of unlike lengths can be averaged: a constant h has magnitude h at frequency 0.
    private static double[] Curve(UnitSequences sequences, SpectralGrid grid)
    {
        SpectrumAnalyser analyser = new(sequences.Steps, SpectrumOptions.Default, grid);
        double[] sequence = new double[sequences.Steps];
        double[] magnitudes = new double[grid.Bins];
        double[] mean = new double[grid.Bins];
        double scale = 1 / (analyser.Window.Response(0) * sequences.Units);
        for (int unit = 0; unit < sequences.Units; unit++)
        {
            sequences.CopyUnit(unit, sequence);
            analyser.Analyse(sequence, magnitudes);
            for (int bin = 0; bin < mean.Length; bin++)
            {
                mean[bin] += scale * magnitudes[bin];
            }
        }

        return mean;
    }

    private SpectrumPanel Panel(CurveInterval[] intervals, SpectralGrid grid, Window window, int used)
    {
        List<(string Name, MeanSpectrum Mean, double Reference)> curves = [];
        for (int curve = 0; curve < intervals.Length; curve++)
        {
            double[] mean = [.. intervals[curve].Mean];
            double[] error = [.. intervals[curve].Mean.Zip(intervals[curve].Low, (middle, low) => middle - low)];
            MeanSpectrum spectrum = new(window, grid, mean, error, used);
            bool posterior = curve == intervals.Length - 1;
            curves.Add(
                (
                    posterior ? MeanPanels.PosteriorName : MeanPanels.LayerName(curve + 1),
                    spectrum,
                    posterior ? spectrum.Largest : intervals[0].Mean.Max()
                )
            );
        }

        SpectrumPanel panel = SpectrumPanel.Of(
            $"Mean spectra over {used} tunes with the studied header",
            curves,
            "the largest mean of layer 1; for the posterior its own",
            $"95 % interval by resampling {used} tunes with this header ({Resampling} times)",
            material.MeasureInterval
        );

        // The drawn band is the interval itself, which need not lie evenly about the mean.
        return panel with
        {
            Curves =
            [
                .. panel.Curves.Select(curve =>
                {
                    int index = curves.FindIndex(of => of.Name == curve.Name);
                    double reference = curves[index].Reference > 0 ? curves[index].Reference : 1;
                    return curve with
                    {
                        Low = Decibels(intervals[index].Low, reference),
                        High = Decibels(intervals[index].High, reference),
                    };
                }),
            ],
        };
    }

    private static double[] Decibels(IReadOnlyList<double> magnitudes, double reference)
    {
        const double Floor = -150;
        return [.. magnitudes.Select(magnitude => Math.Max(Floor, 20 * Math.Log10(Math.Max(magnitude, 0) / reference)))];
    }
}
