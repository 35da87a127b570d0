using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>The band of periods in which a tune's measures beat.</summary>
public static class MeasureBand
{
    /// <summary>How far the band reaches to either side of the measure interval: [8.7, 9.3] about 9 is ± 3.3 %.</summary>
    public const double Reach = 0.035;

    /// <summary>The fewest measures that a rhythm can be told from.</summary>
    public const int FewestMeasures = 4;

    /// <summary>
    /// The band around a tune's measure interval, as wide as the padded spectrum of its length resolves; null with fewer than four
    /// measures.
    /// </summary>
    public static Band? Of(TuneRecording recording)
    {
        ArgumentNullException.ThrowIfNull(recording);
        bool[] bars = [.. recording.Output.Select(token => TokenKinds.Of(recording.Facts.Vocabulary[token.Index]) == TokenKind.Measure)];
        return Interval(bars) is { } interval ? Around(interval, SpectralGrid.For(recording.Steps, SpectralPoints.Padded)) : null;
    }

    /// <summary>The median interval of a tune's measure tokens, those of one step left out; null with fewer than four measures.</summary>
    /// <param name="measureTokens">[T], whether a measure token stands at each step.</param>
    public static Period? Interval(ReadOnlySpan<bool> measureTokens)
    {
        OnsetIntervals intervals = OnsetIntervals.Of(measureTokens);
        return intervals.Intervals.Count(interval => interval > 1) < FewestMeasures
            ? null
            : new Period(intervals.Median(shortest: 2)!.Value);
    }

    /// <summary>The band around a measure interval, never narrower than a bin.</summary>
    /// <param name="interval">The measure interval.</param>
    /// <param name="grid">Whose bins.</param>
    public static Band Around(Period interval, SpectralGrid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Band band = Band.Around(interval, Reach);
        double half = 0.5 / grid.Points;
        return band.Shortest.Frequency - band.Longest.Frequency >= 2 * half || interval.Frequency <= half
            ? band
            : new Band(1 / (interval.Frequency + half), 1 / (interval.Frequency - half));
    }
}
