namespace Lilt.Notation.Abc;

/// <summary>A key as a field writes it: <c>G</c>, <c>Bb minor</c>, <c>Ddor ^c clef=bass</c>, <c>HP</c>, <c>none</c>, <c>maj</c>.</summary>
/// <param name="Key">The key; null where the text names none (it may still name a clef).</param>
/// <param name="Unread">Words that mean nothing here, in their order; empty where all were read.</param>
/// <param name="HasOther">Whether something other than a key was read: a clef or a property of the staff.</param>
/// <remarks>Source: ABC 2.1, 3.1.14 and 4.6.</remarks>
internal sealed record KeyText(Key? Key, IReadOnlyList<string> Unread, bool HasOther)
{
    private static readonly string[] Clefs =
    [
        "treble",
        "alto",
        "tenor",
        "bass",
        "perc",
        "none",
        "mezzosoprano",
        "soprano",
        "baritone",
        "auto",
    ];

    /// <summary>Reads what follows <c>K:</c>.</summary>
    public static KeyText Parse(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        List<string> unread = [];
        if (words.Length == 0)
        {
            return new KeyText(Key.None, unread, false);
        }

        int next = 1;
        Key? key;
        switch (words[0])
        {
            case "HP" or "Hp":
                // The pipes' scale: HP leaves its signature off the staff, and sounds the same.
                key = Key.None.With([(Letter.F, 1), (Letter.C, 1), (Letter.G, 0)]);
                break;
            case "none" or "None":
                key = Key.None;
                break;
            default:
                key = Named(words, ref next);
                break;
        }

        if (key is null)
        {
            next = 0;
        }

        List<(Letter, int)> accidentals = [];
        bool replaces = false;
        bool other = false;
        for (; next < words.Length; next++)
        {
            string word = words[next];
            if (key is not null && word.Equals("exp", StringComparison.OrdinalIgnoreCase))
            {
                replaces = true;
            }
            else if (key is not null && Accidental(word) is { } accidental)
            {
                accidentals.Add(accidental);
            }
            else if (word.Contains('=', StringComparison.Ordinal) || IsClef(word))
            {
                other = true;
            }
            else
            {
                unread.Add(word);
            }
        }

        if (key is not null && (replaces || accidentals.Count > 0))
        {
            key = (replaces ? new Key(key.Tonic, Mode.None) : key).With(accidentals);
        }

        return new KeyText(key, unread, other);
    }

    private static Key? Named(string[] words, ref int next)
    {
        string first = words[0];
        if (first[0] is < 'A' or > 'G')
        {
            Mode? alone = ModeOf(first);
            return alone is { } mode ? new Key(null, mode) : null;
        }

        int alteration =
            first.Length > 1
                ? first[1] switch
                {
                    '#' or '♯' => 1,
                    'b' or '♭' => -1,
                    _ => 0,
                }
                : 0;
        LetterText.TryRead(first[0], out Letter letter, out _);
        Tonic tonic = new(letter, alteration);
        string rest = first[(alteration == 0 ? 1 : 2)..];
        int cut = rest.AsSpan().IndexOfAny('^', '_', '=');
        List<(Letter, int)> glued = [];
        if (cut >= 0 && !rest.Contains("clef", StringComparison.OrdinalIgnoreCase))
        {
            if (Accidental(rest[cut..]) is not { } accidental)
            {
                return null;
            }

            glued.Add(accidental);
            rest = rest[..cut];
        }

        Key? key = null;
        if (rest.Length > 0)
        {
            key = ModeOf(rest) is { } mode ? new Key(tonic, mode) : null;
        }
        else if (words.Length > 1 && ModeOf(words[1]) is { } spaced)
        {
            next = 2;
            key = new Key(tonic, spaced);
        }
        else
        {
            key = new Key(tonic, Mode.Major);
        }

        return key is not null && glued.Count > 0 ? key.With(glued) : key;
    }

    private static Mode? ModeOf(string word)
    {
        string small = word.Trim().ToLowerInvariant();
        if (small == "m")
        {
            return Mode.Minor;
        }

        if (small.Length < 3)
        {
            return null;
        }

        return small[..3] switch
        {
            "maj" or "ion" => Mode.Major,
            "min" or "aeo" => Mode.Minor,
            "dor" => Mode.Dorian,
            "mix" => Mode.Mixolydian,
            "phr" => Mode.Phrygian,
            "lyd" => Mode.Lydian,
            "loc" => Mode.Locrian,
            _ => null,
        };
    }

    private static (Letter Letter, int Alteration)? Accidental(string word)
    {
        int alteration;
        switch (word)
        {
            case ['^', '^', _]:
                alteration = 2;
                break;
            case ['_', '_', _]:
                alteration = -2;
                break;
            case ['^', _]:
                alteration = 1;
                break;
            case ['_', _]:
                alteration = -1;
                break;
            case ['=', _]:
                alteration = 0;
                break;
            default:
                return null;
        }

        return LetterText.TryRead(word[^1], out Letter letter, out _) ? (letter, alteration) : null;
    }

    private static bool IsClef(string word)
    {
        string name = word.TrimEnd('+', '-', '8', '1', '2', '3', '4', '5');
        return Array.Exists(Clefs, clef => clef.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}
