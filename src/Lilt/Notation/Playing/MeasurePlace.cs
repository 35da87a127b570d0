namespace Lilt.Notation.Playing;

/// <summary>A measure of a performance, and where in the meter's measure it begins.</summary>
/// <param name="From">When it begins, in whole notes from the start.</param>
/// <param name="To">When it ends.</param>
/// <param name="Into">How far into the meter's measure it begins: over 0 for an upbeat, and for what completes a measure after a repeat.</param>
/// <param name="Meter">Its meter.</param>
internal readonly record struct MeasurePlace(Fraction From, Fraction To, Fraction Into, Meter Meter)
{
    /// <summary>The measures of a performance: an upbeat ends with its measure, and two parts of one measure are counted on.</summary>
    /// <param name="bars">Where measures begin, ascending, and where the last ends.</param>
    /// <param name="meters">The meters, by when they begin; the first at 0.</param>
    public static IEnumerable<MeasurePlace> Of(IReadOnlyList<Fraction> bars, IReadOnlyList<MeterPoint> meters)
    {
        Fraction gone = default;
        int point = 0;
        for (int bar = 0; bar + 1 < bars.Count; bar++)
        {
            for (; point + 1 < meters.Count && meters[point + 1].At <= bars[bar]; point++) { }

            Meter meter = meters[point].Meter;
            Fraction length = bars[bar + 1] - bars[bar];
            Fraction into = default;
            if (meter.Measure is { } full && length < full)
            {
                bool completes = gone.Sign > 0 && gone + length <= full;
                into =
                    completes ? gone
                    : bar == 0 ? full - length
                    : default;
                gone = into + length < full ? into + length : default;
            }
            else
            {
                gone = default;
            }

            yield return new MeasurePlace(bars[bar], bars[bar + 1], into, meter);
        }
    }

    /// <summary>When a place of the meter's measure comes in this one; null where it lies outside.</summary>
    public Fraction? TimeOf(Fraction place)
    {
        Fraction at = From + place - Into;
        return place >= Into && at < To ? at : null;
    }
}
