namespace Lilt.Notation.Playing;

/// <summary>How ornaments are played: the time of one note, parted among it and its neighbours in the key.</summary>
/// <remarks>
/// A roll over three beats (a dotted note) is the note, the note behind a cut, the note behind a tip, a third each; any other from an eighth
/// up the last two of these, a half each; below, a cut. Cuts, tips, mordents and trills move in 1/32, or in a quarter of what there is room
/// for. Source: ABC 2.1, 4.14, and the examples of 9.1.
/// </remarks>
internal static class Ornaments
{
    private static readonly Fraction Quick = new(1, 32);
    private static readonly Fraction Eighth = new(1, 8);

    /// <summary>The ornament that a decoration names; null for none.</summary>
    public static Ornament? Named(string decoration) =>
        decoration switch
        {
            "~" or "roll" => Ornament.Roll,
            "T" or "trill" => Ornament.Trill,
            "M" or "lowermordent" or "mordent" => Ornament.LowerMordent,
            "P" or "uppermordent" or "pralltriller" => Ornament.UpperMordent,
            "turn" or "turnx" => Ornament.Turn,
            "invertedturn" or "invertedturnx" => Ornament.InvertedTurn,
            _ => null,
        };

    /// <summary>The parts of an ornament in their order: steps of the scale from the note, and length. They fill the note's time.</summary>
    /// <param name="ornament">The ornament.</param>
    /// <param name="length">The note's length, over 0.</param>
    public static IEnumerable<(int Step, Fraction Length)> Of(Ornament ornament, Fraction length) =>
        ornament switch
        {
            Ornament.Roll when IsDotted(length) => [(0, Part(length, 3)), .. Struck(1, Part(length, 3)), .. Struck(-1, Part(length, 3))],
            Ornament.Roll when length > Eighth => [.. Struck(1, Part(length, 2)), .. Struck(-1, Part(length, 2))],
            Ornament.Roll => Struck(1, length),
            Ornament.Trill => Trill(length),
            Ornament.LowerMordent => Mordent(-1, length),
            Ornament.UpperMordent => Mordent(1, length),
            Ornament.Turn => Turn(1, length),
            _ => Turn(-1, length),
        };

    /// <summary>The pitch some steps of the scale away: the note itself at 0, else the letter as the signature alters it.</summary>
    public static Pitch Neighbour(Pitch pitch, int step, Key key)
    {
        if (step == 0)
        {
            return pitch;
        }

        int staff = pitch.Staff + step;
        Letter letter = (Letter)(((staff % 7) + 7) % 7);
        return new Pitch(letter, key.Alteration(letter), (staff - (int)letter) / 7);
    }

    private static bool IsDotted(Fraction length) => length.Numerator % 3 == 0 && long.IsPow2(length.Numerator / 3);

    private static Fraction Part(Fraction length, int parts) => length / new Fraction(parts);

    // As quick as can be, a quarter of the room at most.
    private static Fraction QuickIn(Fraction room) => Part(room, 4) < Quick ? Part(room, 4) : Quick;

    // A neighbour that only strikes the note.
    private static (int, Fraction)[] Struck(int step, Fraction length) => [(step, QuickIn(length)), (0, length - QuickIn(length))];

    private static (int, Fraction)[] Mordent(int step, Fraction length)
    {
        Fraction quick = QuickIn(length);
        return [(0, quick), (step, quick), (0, length - quick - quick)];
    }

    private static IEnumerable<(int, Fraction)> Turn(int first, Fraction length)
    {
        Fraction part = Part(length, 4) < Part(Eighth, 2) ? Part(length, 4) : Part(Eighth, 2);
        return [(first, part), (0, part), (-first, part), (0, length - part - part - part)];
    }

    // It begins and ends on the note, which takes what is left over.
    private static IEnumerable<(int, Fraction)> Trill(Fraction length)
    {
        Fraction quick = QuickIn(length);
        Fraction left = length;
        for (; left >= quick + quick + quick; left = left - quick - quick)
        {
            yield return (0, quick);
            yield return (1, quick);
        }

        yield return (0, left);
    }
}
