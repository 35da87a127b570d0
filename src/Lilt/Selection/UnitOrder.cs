using Lilt.Binding;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Statistics;

namespace Lilt.Selection;

/// <summary>An order of some units, with what each was ordered by. Immutable.</summary>
/// <remarks>Source: docs/definitions/studio.md, Orders. Equal keys are ordered by unit; units without a key stand last.</remarks>
public sealed class UnitOrder
{
    private UnitOrder(int[] units, double?[] keys)
    {
        Units = units;
        Keys = keys;
    }

    /// <summary>[U] The units.</summary>
    public IReadOnlyList<int> Units { get; }

    /// <summary>[U] What the unit at each place was ordered by; null where it has none.</summary>
    public IReadOnlyList<double?> Keys { get; }

    /// <summary>By number.</summary>
    /// <param name="units">U.</param>
    public static UnitOrder ByIndex(int units) => new([.. Enumerable.Range(0, units)], new double?[units]);

    /// <summary>
    /// By the period at which a unit has the most power outside the lobe at frequency 0, the longest first; the key is that period in
    /// steps.
    /// </summary>
    public static UnitOrder ByPeakPeriod(LayerSpectra spectra)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        return Descending([.. spectra.PeakPeriods().Select(period => double.IsNaN(period.Steps) ? (double?)null : period.Steps)]);
    }

    /// <summary>By the share of power in a band, the largest first; the key is that share.</summary>
    public static UnitOrder ByBand(LayerSpectra spectra, Band band)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        return Descending([.. spectra.BandFractions(band).Select(fraction => (double?)fraction)]);
    }

    /// <summary>
    /// By the share of power in a band over one tune, the largest first, under a Hann window, frequency 0 left out; the key is that share.
    /// </summary>
    /// <param name="recording">The tune.</param>
    /// <param name="site">Whose units: one of a layer, or the posterior.</param>
    /// <param name="band">The band, in steps.</param>
    /// <exception cref="ArgumentException">The site was not kept, or the tune is too short for a spectrum.</exception>
    public static UnitOrder ByBand(TuneRecording recording, Site site, Band band) =>
        ByBand(LayerSpectra.Of(recording.Sequences(site), new SpectrumOptions { DirectCurrent = DirectCurrent.Exclude }), band);

    /// <summary>
    /// By the correlation with an event on one tune, from the most positive to the most negative; the key is r, null for all without
    /// contrast.
    /// </summary>
    public static UnitOrder ByBinding(TuneEvents events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return Descending([.. PointBiserial.Correlations(events, rectify: false).Select(r => events.HasContrast ? (double?)r : null)]);
    }

    /// <summary>
    /// Like units side by side: a <see cref="SimilarityChain"/> by the correlation of their sequences, from the unit whose mean correlation
    /// with the others is the largest; the key is the correlation with the unit before, null for the first. Units that never move stand
    /// last.
    /// </summary>
    /// <param name="sequences">[T, U].</param>
    public static UnitOrder BySimilarity(UnitSequences sequences)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        Correlations correlations = new([.. Enumerable.Range(0, sequences.Units).Select(unit => Sequence(sequences, unit))]);
        int[] moving = [.. Enumerable.Range(0, sequences.Units).Where(correlations.Moves)];
        int[] silent = [.. Enumerable.Range(0, sequences.Units).Where(unit => !correlations.Moves(unit))];
        if (moving.Length == 0)
        {
            return new UnitOrder(silent, new double?[silent.Length]);
        }

        double[,] likeness = new double[moving.Length, moving.Length];
        double[] sums = new double[moving.Length];
        for (int one = 0; one < moving.Length; one++)
        {
            for (int other = 0; other < one; other++)
            {
                double r = correlations.Between(moving[one], moving[other]);
                likeness[one, other] = likeness[other, one] = r;
                sums[one] += r;
                sums[other] += r;
            }
        }

        int[] chain = SimilarityChain.Of(likeness, Array.IndexOf(sums, sums.Max()));
        double?[] keys = new double?[sequences.Units];
        for (int place = 1; place < chain.Length; place++)
        {
            keys[place] = likeness[chain[place - 1], chain[place]];
        }

        return new UnitOrder([.. chain.Select(place => moving[place]), .. silent], keys);
    }

    private static double[] Sequence(UnitSequences sequences, int unit)
    {
        double[] sequence = new double[sequences.Steps];
        sequences.CopyUnit(unit, sequence);
        return sequence;
    }

    private static UnitOrder Descending(double?[] keys)
    {
        int[] units = Ranking.Descending([.. keys.Select(key => key ?? double.NaN)]);
        return new UnitOrder(units, [.. units.Select(unit => keys[unit])]);
    }
}
