using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>How a hornpipe is played: long and short, two to one, where even eighths or a dotted rhythm are written.</summary>
/// <remarks>
/// Two equal notes are swung where they fill one beat's half: eighths in 4/4, sixteenths in 2/4, the first of them an even number of them
/// from the bar before. Broken rhythm (<c>&gt;</c>) is played two to one in any meter; lengths that are written out stay as they are.
/// Source: ABC 2.1, 4.4 (the ratio of a broken rhythm depends on the dance); abc2midi plays <c>R:hornpipe</c> so.
/// </remarks>
internal static class HornpipeSwing
{
    /// <summary>Whether a tune calls itself a hornpipe.</summary>
    public static bool AppliesTo(Tune tune) =>
        tune.Fields.Any(field => field.Name == 'R' && field.Text.StartsWith("hornpipe", StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The length that each element is played with: a note's or a rest's own where it is not swung, 0 for what takes no time.
    /// </summary>
    /// <param name="elements">A voice's music.</param>
    /// <param name="meter">The meter at its start.</param>
    public static Fraction[] Durations(IReadOnlyList<TuneElement> elements, Meter meter)
    {
        Fraction[] durations = new Fraction[elements.Count];
        Fraction position = default;
        int before = -1;
        bool beforeOnBeat = false;
        BrokenRhythm? broken = null;
        for (int at = 0; at < elements.Count; at++)
        {
            switch (elements[at])
            {
                case Note or Chord or Rest:
                    Fraction written = Written(elements[at]);
                    durations[at] = written;
                    Fraction? unit = SwungIn(meter);
                    if (broken is not null && before >= 0)
                    {
                        Break(durations, before, at, broken);
                    }
                    else if (beforeOnBeat && elements[at] is Note && written == unit && durations[before] == unit)
                    {
                        Split(durations, before, at, isFirstLonger: true);
                        beforeOnBeat = false;
                    }
                    else
                    {
                        beforeOnBeat = elements[at] is Note && written == unit && IsWhole(position / (unit.Value + unit.Value));
                    }

                    beforeOnBeat &= broken is null;
                    (before, broken) = (at, null);
                    position += written;
                    break;
                case BrokenRhythm mark:
                    broken = mark;
                    break;
                case Bar or Overlay:
                    position = default;
                    beforeOnBeat = false;
                    break;
                case GraceNotes:
                    beforeOnBeat = false;
                    break;
                case MeterChange change:
                    meter = change.Meter;
                    break;
            }
        }

        return durations;
    }

    private static Fraction Written(TuneElement element) =>
        element switch
        {
            Note note => note.Duration,
            Chord chord => chord.Duration,
            Rest rest => rest.Duration,
            _ => default,
        };

    private static Fraction? SwungIn(Meter meter) =>
        meter switch
        {
            { Numerator: 4, Denominator: 4 } => new Fraction(1, 8),
            { Numerator: 2, Denominator: 4 } => new Fraction(1, 16),
            _ => null,
        };

    private static bool IsWhole(Fraction fraction) => fraction.Denominator == 1;

    private static void Break(Fraction[] durations, int first, int second, BrokenRhythm mark)
    {
        Fraction ratio = new((1L << (Math.Min(mark.Depth, 10) + 1)) - 1);
        (int longer, int shorter) = mark.IsFirstLonger ? (first, second) : (second, first);
        if (durations[longer] == durations[shorter] * ratio)
        {
            Split(durations, first, second, mark.IsFirstLonger);
        }
    }

    private static void Split(Fraction[] durations, int first, int second, bool isFirstLonger)
    {
        Fraction whole = durations[first] + durations[second];
        Fraction third = whole * new Fraction(1, 3);
        if (ReaderLimits.Accepts(third))
        {
            durations[first] = isFirstLonger ? third + third : third;
            durations[second] = whole - durations[first];
        }
    }
}
