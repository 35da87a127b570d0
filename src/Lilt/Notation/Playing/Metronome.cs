namespace Lilt.Notation.Playing;

/// <summary>The beats of a performance as clicks.</summary>
internal static class Metronome
{
    /// <summary>A measure with fewer beats is counted in twice.</summary>
    private const int FewBeats = 3;

    /// <summary>The clicks along with the music: every beat that the meter counts; in free meter none.</summary>
    /// <param name="measures">The measures of the performance.</param>
    public static IEnumerable<Click> Of(IEnumerable<MeasurePlace> measures)
    {
        foreach (MeasurePlace measure in measures)
        {
            if (measure.Meter.Measure is null)
            {
                continue;
            }

            Fraction beat = PlayingTempo.BeatOf(measure.Meter);
            Fraction end = measure.Into + measure.To - measure.From;
            for (Fraction place = default; place < end; place += beat)
            {
                if (measure.TimeOf(place) is { } at)
                {
                    yield return new Click(at, place.Sign == 0);
                }
            }
        }
    }

    /// <summary>
    /// A performance that begins after a measure of clicks, or two where it has few beats; an upbeat ends the last of them, before which a whole
    /// measure is heard at least.
    /// </summary>
    /// <param name="timeline">The performance.</param>
    /// <param name="measures">Its measures.</param>
    public static Timeline CountedIn(Timeline timeline, IReadOnlyList<MeasurePlace> measures)
    {
        if (measures.Count == 0)
        {
            return timeline;
        }

        Meter meter = measures[0].Meter;
        Fraction beat = PlayingTempo.BeatOf(meter);
        Fraction full = meter.Measure ?? new Fraction(4) * beat;
        Fraction counted = full < new Fraction(FewBeats) * beat ? full + full : full;
        Fraction into = measures[0].Into;
        Fraction shift = into.Sign == 0 ? counted : counted - full + into;
        shift = shift < full ? shift + full : shift;
        List<Click> clicks = [];
        for (Fraction at = default; at < shift; at += beat)
        {
            clicks.Add(new Click(at, (at / full).Denominator == 1));
        }

        return new Timeline(
            [.. timeline.Notes.Select(note => note with { Onset = note.Onset + shift })],
            [.. timeline.Tempi.Select(tempo => tempo with { At = tempo.At.Sign == 0 ? default : tempo.At + shift })],
            [.. timeline.Meters.Select(point => point with { At = point.At.Sign == 0 ? default : point.At + shift })],
            timeline.Length + shift,
            timeline.IsCut
        )
        {
            Bars = [.. timeline.Bars.Select(bar => bar + shift)],
            Accompaniment = [.. timeline.Accompaniment.Select(note => note with { Onset = note.Onset + shift })],
            Clicks = [.. clicks, .. timeline.Clicks.Select(click => click with { At = click.At + shift })],
        };
    }
}
