namespace Lilt.Notation.MusicXml;

/// <summary>A note as it is drawn: its value, its dots, and the tuplet that it stands in.</summary>
/// <param name="Type">MusicXML's name: <c>quarter</c>.</param>
/// <param name="Dots">0 to 3.</param>
/// <param name="Actual">So many notes…</param>
/// <param name="Normal">…in the time of so many; both 1 outside tuplets.</param>
/// <param name="Duration">How long it lasts, in whole notes.</param>
internal readonly record struct NoteValue(string Type, int Dots, int Actual, int Normal, Fraction Duration)
{
    private const int MostDots = 3;

    private static readonly (string Type, Fraction Length)[] Types =
    [
        ("long", new Fraction(4)),
        ("breve", new Fraction(2)),
        ("whole", Fraction.One),
        ("half", new Fraction(1, 2)),
        ("quarter", new Fraction(1, 4)),
        ("eighth", new Fraction(1, 8)),
        ("16th", new Fraction(1, 16)),
        ("32nd", new Fraction(1, 32)),
        ("64th", new Fraction(1, 64)),
        ("128th", new Fraction(1, 128)),
        ("256th", new Fraction(1, 256)),
        ("512th", new Fraction(1, 512)),
        ("1024th", new Fraction(1, 1024)),
    ];

    /// <summary>A length as notes that are tied: one where one can say it.</summary>
    /// <param name="duration">In whole notes, over 0.</param>
    /// <param name="actual">Of the tuplet under way; 1 for none.</param>
    /// <param name="normal">Of the tuplet under way; 1 for none.</param>
    public static IReadOnlyList<NoteValue> Of(Fraction duration, int actual, int normal)
    {
        Fraction drawn = duration * new Fraction(actual, normal);
        int odd = OddPart(drawn.Denominator);
        if (odd > 1)
        {
            // A third of a note, written as a length: the notes of a tuplet that nobody opened.
            int power = HighestPowerUnder(odd);
            (actual, normal) = (actual * odd, normal * power);
            drawn = duration * new Fraction(actual, normal);
        }

        List<NoteValue> values = [];
        while (drawn.Sign > 0)
        {
            (NoteValue value, Fraction taken) = Largest(drawn, actual, normal);
            values.Add(value);
            drawn -= taken;
            if (drawn < Types[^1].Length)
            {
                break;
            }
        }

        return values;
    }

    private static (NoteValue Value, Fraction Taken) Largest(Fraction drawn, int actual, int normal)
    {
        foreach ((string type, Fraction length) in Types)
        {
            if (length > drawn)
            {
                continue;
            }

            Fraction dotted = length;
            for (int dots = 0; dots <= MostDots; dots++)
            {
                if (dotted == drawn)
                {
                    return (new NoteValue(type, dots, actual, normal, dotted * new Fraction(normal, actual)), dotted);
                }

                dotted += length * new Fraction(1, 2L << dots);
            }

            return (new NoteValue(type, 0, actual, normal, length * new Fraction(normal, actual)), length);
        }

        // Shorter than all of them: drawn as the shortest, as long as it is.
        return (new NoteValue(Types[^1].Type, 0, actual, normal, drawn * new Fraction(normal, actual)), drawn);
    }

    private static int OddPart(long number)
    {
        while (number % 2 == 0)
        {
            number /= 2;
        }

        return (int)number;
    }

    private static int HighestPowerUnder(int number)
    {
        int power = 1;
        while (2 * power < number)
        {
            power *= 2;
        }

        return power;
    }
}
