using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Statistics;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

/// <summary>
/// Which units, and which mean spectra, have more power at the frequency of each tune's own measures than beside it: tested over the tunes
/// with the studied header.
/// </summary>
/// <remarks>
/// One tune's spectrum is full of peaks, and a tune whose bars come at random has some interval between them as well; only what recurs over
/// tunes is said to beat. The statistic is <see cref="PowerExcess"/>. Units: every other tune selects those with a one-sided p ≤
/// <see cref="Level"/>, the others test them by a one-sided t, and Benjamini and Hochberg's q is over all units of all layers. Mean
/// spectra: a one-sided t over all tunes against <see cref="LeastDecibels"/>, Holm over the curves. Source: docs/definitions/spectra.md.
/// </remarks>
internal sealed class MeasureBeat
{
    /// <summary>Of q, and of p after Holm.</summary>
    public const double Level = 0.05;

    /// <summary>
    /// What a mean spectrum has to exceed its neighbours by: where bars come at random, a tune's median interval is chosen by what its
    /// units did, and the excess there is some tenths of a decibel.
    /// </summary>
    public const double LeastDecibels = 1;

    /// <summary>The fewest tunes that select, that test, and that a curve is tested on.</summary>
    public const int FewestTunes = 8;

    private const int FewestSteps = 32;
    private static readonly double DecibelsOfNaturalLog = 10 / Math.Log(10);

    private readonly double[][] meanLogRatios;
    private readonly double[][] q;

    private MeasureBeat(
        double[][] meanLogRatios,
        double[][] q,
        IReadOnlyList<BeatingLayer> layers,
        IReadOnlyList<CurveAtMeasure> curves,
        int tunes
    )
    {
        this.meanLogRatios = meanLogRatios;
        this.q = q;
        Layers = layers;
        Curves = curves;
        Tunes = tunes;
    }

    /// <summary>What came of it, a layer.</summary>
    public IReadOnlyList<BeatingLayer> Layers { get; }

    /// <summary>The layers' mean spectra and the posterior's; empty where too few tunes are long enough.</summary>
    public IReadOnlyList<CurveAtMeasure> Curves { get; }

    /// <summary>How many tunes have a measure interval and are long enough for it.</summary>
    public int Tunes { get; }

    /// <summary>A unit's mean log ratio over the tunes that test; null where it was not tested.</summary>
    public double? MeanLogRatio(int layer, int unit) => Number(meanLogRatios[layer - 1][unit]);

    /// <summary>A unit's q; 1 where the selecting tunes leave it out, null where it was not tested.</summary>
    public double? Q(int layer, int unit) => Number(q[layer - 1][unit]);

    /// <summary>Whether a unit beats with the measures.</summary>
    public bool Beats(int layer, int unit) => q[layer - 1][unit] <= Level;

    /// <summary>Tests the units and the mean spectra.</summary>
    /// <param name="material">The study.</param>
    /// <param name="tunes">The tunes with the studied header.</param>
    /// <param name="cuts">The units cut by rank, a set a layer.</param>
    internal static MeasureBeat Of(StudyMaterial material, IReadOnlyList<WatchedTune> tunes, IReadOnlyList<CutRun> cuts)
    {
        (PowerExcess[] Layers, PowerExcess? Posterior)[] found = Excesses(material, [.. tunes.Select(tune => tune.Recording!)]);
        int layers = material.Layers.Count;
        int units = material.Model.Shape.Units;
        int testing = found.Length / 2;
        double[] p = new double[layers * units];
        double[] means = new double[layers * units];
        Array.Fill(p, double.NaN);
        Array.Fill(means, double.NaN);
        if (testing >= FewestTunes)
        {
            double[] values = new double[found.Length];
            for (int at = 0; at < p.Length; at++)
            {
                OneSidedT selects = OneSidedT.Of(Every(found, 0, at / units, at % units, values));
                OneSidedT tests = OneSidedT.Of(Every(found, 1, at / units, at % units, values));
                if (selects.Count >= FewestTunes && tests.Count >= FewestTunes)
                {
                    p[at] = selects.P <= Level ? tests.P : 1;
                    means[at] = tests.Mean;
                }
            }
        }

        double[] adjusted = BenjaminiHochberg.Adjust(p);
        double[][] q = [.. adjusted.Chunk(units)];
        return new MeasureBeat(
            [.. means.Chunk(units)],
            q,
            [
                .. q.Select(
                    (of, index) =>
                        new BeatingLayer(
                            index + 1,
                            testing >= FewestTunes ? of.Count(value => value <= Level) : null,
                            units,
                            of.Count(value => !double.IsNaN(value)),
                            testing >= FewestTunes ? cuts[index].Units.Count(unit => of[unit] <= Level) : null,
                            testing
                        )
                ),
            ],
            AtMeasure(layers, found),
            found.Length
        );
    }

    private static CurveAtMeasure[] AtMeasure(int layers, (PowerExcess[] Layers, PowerExcess? Posterior)[] found)
    {
        List<(string Name, double[] Decibels)> curves =
        [
            .. Enumerable
                .Range(0, layers)
                .Select(layer => (MeanPanels.LayerName(layer + 1), Decibels(found.Select(of => of.Layers[layer])))),
        ];
        curves.Add((MeanPanels.PosteriorName, Decibels(found.Select(of => of.Posterior).OfType<PowerExcess>())));
        curves.RemoveAll(curve => curve.Decibels.Length < FewestTunes);
        OneSidedT[] tests = [.. curves.Select(curve => OneSidedT.Of([.. curve.Decibels.Select(decibels => decibels - LeastDecibels)]))];
        double[] holm = Holm.Adjust([.. tests.Select(test => test.P)]);
        return
        [
            .. curves.Select(
                (curve, index) =>
                    new CurveAtMeasure(curve.Name, tests[index].Mean + LeastDecibels, tests[index].Count, tests[index].P, holm[index])
            ),
        ];
    }

    private static double[] Decibels(IEnumerable<PowerExcess> excesses) =>
        [.. excesses.Select(excess => DecibelsOfNaturalLog * excess.Mean).Where(decibels => !double.IsNaN(decibels))];

    private static (PowerExcess[] Layers, PowerExcess? Posterior)[] Excesses(StudyMaterial material, TuneRecording[] recordings)
    {
        (PowerExcess[] Layers, PowerExcess? Posterior)?[] found = new (PowerExcess[], PowerExcess?)?[recordings.Length];
        int header = material.Header.Count;
        Parallel.For(
            0,
            recordings.Length,
            new ParallelOptions { MaxDegreeOfParallelism = material.Options.Threads },
            tune =>
            {
                // As in binding, the header's steps and the one that writes the end token do not count.
                TuneRecording recording = recordings[tune];
                int steps = recording.Steps - header - (recording.Facts.EndsAtLimit ? 0 : 1);
                if (
                    steps < FewestSteps
                    || MeasureBand.Interval([.. recording.Output.Select(token => material.KindOf(token) == TokenKind.Measure)])
                        is not { } interval
                    || !PowerExcess.Reaches(steps, interval.Frequency)
                )
                {
                    return;
                }

                SlepianTapers tapers = new(steps, PowerExcess.TimeHalfBandwidth, PowerExcess.Tapers);
                PowerExcess At(UnitSequences sequences) => PowerExcess.At(sequences, header, tapers, interval.Frequency);
                found[tune] = (
                    [.. Enumerable.Range(1, material.Layers.Count).Select(layer => At(StudyMaterial.HiddenOf(recording, layer)))],
                    recording.Kinds.Contains(Network.SiteKind.Posterior)
                        ? At(new UnitSequences(recording.Values(Network.SiteKind.Posterior), material.Model.Shape.Tokens))
                        : null
                );
            }
        );
        return [.. found.OfType<(PowerExcess[], PowerExcess?)>()];
    }

    // Every other tune's excess of a unit, from a tune on.
    private static ReadOnlySpan<double> Every(
        (PowerExcess[] Layers, PowerExcess? Posterior)[] found,
        int from,
        int layer,
        int unit,
        double[] values
    )
    {
        int count = 0;
        for (int tune = from; tune < found.Length; tune += 2)
        {
            values[count++] = found[tune].Layers[layer].Units[unit];
        }

        return values.AsSpan(0, count);
    }

    private static double? Number(double value) => double.IsNaN(value) ? null : value;
}
