using System.Globalization;

namespace Lilt.Notation.Playing;

/// <summary>How fast a tune is played where nothing, or only part of it, is said.</summary>
public static class PlayingTempo
{
    /// <summary>The slowest and the fastest that is played, in whole notes a minute; what a tune asks for is held between them.</summary>
    private const double Slowest = 1;
    private const double Fastest = 1000;

    /// <summary>
    /// The length that a musician counts in a meter: 3/8 in 6/8, 9/8 and 12/8, 1/2 in 4/4, 2/2 and 3/2, else the meter's own unit.
    /// </summary>
    public static Fraction BeatOf(Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return meter switch
        {
            { Measure: null } => new Fraction(1, 4),
            { IsCompound: true } => new Fraction(3, 8),
            { Numerator: 4, Denominator: 4 } => new Fraction(1, 2),
            _ => new Fraction(1, meter.Denominator),
        };
    }

    /// <summary>A meter's usual speed in whole notes a minute: an ordinary dance tempo of the tunes that are written in it.</summary>
    public static double UsualIn(Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        double beats = meter switch
        {
            { IsCompound: true } => 110,
            { Numerator: 4, Denominator: 4 } or { Numerator: 2, Denominator: 2 } => 90,
            { Numerator: 3, Denominator: 4 } => 135,
            _ => 110,
        };
        return beats * BeatOf(meter).ToDouble();
    }

    /// <summary>The speed of a tempo mark in whole notes a minute.</summary>
    /// <remarks>
    /// A number without a length (<c>Q:120</c>) counts unit notes, as it did in ABC 1.6; words alone leave the meter's usual speed.
    /// </remarks>
    /// <param name="tempo">The mark; null where there is none.</param>
    /// <param name="meter">The meter where it stands.</param>
    /// <param name="unit">The unit note length where it stands, in whole notes.</param>
    public static double Of(Tempo? tempo, Meter meter, Fraction unit)
    {
        double speed = tempo?.BeatsPerMinute is { } beats ? beats * (tempo.Beat ?? unit).ToDouble() : UsualIn(meter);
        return double.IsFinite(speed) ? Math.Clamp(speed, Slowest, Fastest) : UsualIn(meter);
    }

    /// <summary>A tune with a tempo mark in the beats that its meter counts.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="wholeNotesPerMinute">The speed, over 0.</param>
    public static Tune Marked(Tune tune, double wholeNotesPerMinute)
    {
        ArgumentNullException.ThrowIfNull(tune);
        Fraction beat = BeatOf(tune.Meter);
        double beats = wholeNotesPerMinute / beat.ToDouble();
        return tune with { Tempo = new Tempo(beat, beats, string.Create(CultureInfo.InvariantCulture, $"{beat}={beats:0.##}")) };
    }

    /// <summary>Reads a tempo as a person types it: <c>3/8=110</c>, or <c>110</c> of the beats that are counted in a meter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="meter">The meter that says what a beat is where only a number stands.</param>
    /// <returns>Whole notes a minute; null where the text is no tempo.</returns>
    public static double? Parse(string text, Meter meter)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] sides = text.Split('=');
        Fraction beat = BeatOf(meter);
        if (sides.Length == 2)
        {
            string[] parts = sides[0].Split('/');
            if (parts.Length != 2 || !TryCount(parts[0], out int upper) || !TryCount(parts[1], out int lower))
            {
                return null;
            }

            beat = new Fraction(upper, lower);
        }

        if (
            sides.Length > 2
            || !double.TryParse(sides[^1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double beats)
        )
        {
            return null;
        }

        double speed = beats * beat.ToDouble();
        return speed is >= Slowest and <= Fastest ? speed : null;
    }

    private static bool TryCount(string text, out int count) =>
        int.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out count)
        && count is > 0 and <= 256;
}
