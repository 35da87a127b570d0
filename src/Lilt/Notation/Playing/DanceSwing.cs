using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>How a dance is played where even notes are written: with the shares of its <see cref="Swing"/>.</summary>
/// <remarks>
/// Equal notes are swung where they fill a group: two eighths in 4/4 and 2/2, two sixteenths in 2/4, three eighths in 3/8, 6/8, 9/8 and
/// 12/8, the first of them whole groups from the bar before. In a hornpipe broken rhythm (<c>&gt;</c>) is played two to one in any meter.
/// Lengths that are written out stay as they are: a jig's quarter and eighth have the shares already.
/// Source: ABC 2.1, 4.4 (the ratio of a broken rhythm depends on the dance); abc2midi plays <c>R:hornpipe</c> so.
/// </remarks>
internal static class DanceSwing
{
    private static readonly Fraction[] Jig = [new(5, 12), new(3, 12), new(4, 12)];
    private static readonly Fraction[] Reel = [new(3, 5), new(2, 5)];
    private static readonly Fraction[] Hornpipe = [new(2, 3), new(1, 3)];

    /// <summary>The swing that a tune calls for itself; null where it calls for none.</summary>
    public static Swing? CalledFor(Tune tune) =>
        tune.Fields.Any(field => field.Name == 'R' && field.Text.StartsWith("hornpipe", StringComparison.OrdinalIgnoreCase))
            ? Swing.Hornpipe
            : null;

    /// <summary>
    /// The length that each element is played with: a note's or a rest's own where it is not swung, 0 for what takes no time.
    /// </summary>
    /// <param name="elements">A voice's music.</param>
    /// <param name="meter">The meter at its start.</param>
    /// <param name="swing">The dance.</param>
    /// <param name="cutTime">Whether 2/2 counts as 4/4 does: a hornpipe that only its <c>R:</c> names is not swung there.</param>
    public static Fraction[] Durations(IReadOnlyList<TuneElement> elements, Meter meter, Swing swing, bool cutTime)
    {
        Fraction[] shares = SharesOf(swing);
        Fraction[] durations = new Fraction[elements.Count];
        Fraction position = default;
        int before = -1;
        List<int> group = [];
        BrokenRhythm? broken = null;
        for (int at = 0; at < elements.Count; at++)
        {
            switch (elements[at])
            {
                case Note or Chord or Rest:
                    Fraction written = Written(elements[at]);
                    durations[at] = written;
                    Fraction? unit = UnitIn(meter, swing, cutTime);
                    bool fits = broken is null && elements[at] is Note && written == unit;
                    if (broken is not null && before >= 0 && swing == Swing.Hornpipe)
                    {
                        Break(durations, before, at, broken);
                    }

                    if (!fits || (group.Count == 0 && !IsWhole(position / (new Fraction(shares.Length) * unit!.Value))))
                    {
                        group.Clear();
                    }
                    else
                    {
                        group.Add(at);
                    }

                    if (group.Count == shares.Length)
                    {
                        Share(durations, group, shares);
                        group.Clear();
                    }

                    (before, broken) = (at, null);
                    position += written;
                    break;
                case BrokenRhythm mark:
                    broken = mark;
                    group.Clear();
                    break;
                case Bar or Overlay:
                    position = default;
                    group.Clear();
                    break;
                case GraceNotes:
                    group.Clear();
                    break;
                case MeterChange change:
                    meter = change.Meter;
                    break;
            }
        }

        return durations;
    }

    private static Fraction[] SharesOf(Swing swing) =>
        swing switch
        {
            Swing.Jig => Jig,
            Swing.Reel => Reel,
            _ => Hornpipe,
        };

    private static Fraction Written(TuneElement element) =>
        element switch
        {
            Note note => note.Duration,
            Chord chord => chord.Duration,
            Rest rest => rest.Duration,
            _ => default,
        };

    private static Fraction? UnitIn(Meter meter, Swing swing, bool cutTime) =>
        (swing, meter) switch
        {
            (Swing.Jig, { Denominator: 8 } and ({ IsCompound: true } or { Numerator: 3 })) => new Fraction(1, 8),
            (Swing.Jig, _) => null,
            (_, { Numerator: 4, Denominator: 4 }) => new Fraction(1, 8),
            (_, { Numerator: 2, Denominator: 2 }) when cutTime => new Fraction(1, 8),
            (_, { Numerator: 2, Denominator: 4 }) => new Fraction(1, 16),
            _ => null,
        };

    private static bool IsWhole(Fraction fraction) => fraction.Denominator == 1;

    private static void Share(Fraction[] durations, List<int> group, Fraction[] shares)
    {
        Fraction whole = durations[group[0]] * new Fraction(group.Count);
        for (int i = 0; i < group.Count; i++)
        {
            durations[group[i]] = whole * shares[i];
        }
    }

    private static void Break(Fraction[] durations, int first, int second, BrokenRhythm mark)
    {
        Fraction ratio = new((1L << (Math.Min(mark.Depth, 10) + 1)) - 1);
        (int longer, int shorter) = mark.IsFirstLonger ? (first, second) : (second, first);
        if (durations[longer] != durations[shorter] * ratio)
        {
            return;
        }

        Fraction whole = durations[first] + durations[second];
        Fraction third = whole * new Fraction(1, 3);
        if (ReaderLimits.Accepts(third))
        {
            durations[longer] = third + third;
            durations[shorter] = third;
        }
    }
}
