namespace Lilt.Notation.Abc;

/// <summary>A key as a field writes it: <c>G</c>, <c>Bb minor</c>, <c>Ddor ^c clef=bass</c>, <c>HP</c>, <c>none</c>, <c>maj</c>.</summary>
/// <param name="Key">The key; null where the text names none (it may still name a clef).</param>
/// <param name="Unread">Words that mean nothing here, in their order; empty where all were read.</param>
/// <param name="Staff">What it says of the staff; null where it says nothing.</param>
/// <param name="StaffFault">What is wrong with that, a whole sentence; null where nothing is.</param>
/// <remarks>Source: ABC 2.1, 3.1.14 and 4.6.</remarks>
internal sealed record KeyText(Key? Key, IReadOnlyList<string> Unread, StaffText? Staff, string? StaffFault)
{
    /// <summary>The words that say nothing of the key, as they stand: clef and the like.</summary>
    public IReadOnlyList<string> Others { get; private init; } = [];

    /// <summary>Reads what follows <c>K:</c>.</summary>
    public static KeyText Parse(string text)
    {
        List<string> words = StaffText.Words(text);
        List<string> unread = [];
        if (words.Count == 0)
        {
            return new KeyText(Key.None, unread, null, null);
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
        List<string> others = [];
        bool replaces = false;
        StaffText? staff = null;
        string? staffFault = null;
        for (; next < words.Count; next++)
        {
            string word = words[next];
            if (key is not null && word.Equals("exp", StringComparison.OrdinalIgnoreCase))
            {
                replaces = true;
            }
            else if (key is not null && Accidentals(word) is { } written)
            {
                accidentals.AddRange(written);
            }
            else if ((staff ?? default).With(word, out string? fault) is { } said)
            {
                staff = said;
                staffFault ??= fault;
                others.Add(word);
            }
            else
            {
                unread.Add(word);
                others.Add(word);
            }
        }

        if (key is not null && (replaces || accidentals.Count > 0))
        {
            key = (replaces ? new Key(key.Tonic, Mode.None) : key).With(accidentals);
        }

        return new KeyText(key, unread, staff, staffFault) { Others = others };
    }

    private static Key? Named(List<string> words, ref int next)
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
            if (Accidentals(rest[cut..]) is not { } accidentals)
            {
                return null;
            }

            glued = accidentals;
            rest = rest[..cut];
        }

        Key? key = null;
        if (rest.Length > 0)
        {
            key = ModeOf(rest) is { } mode ? new Key(tonic, mode) : null;
        }
        else if (words.Count > 1 && ModeOf(words[1]) is { } spaced)
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

    // One or more accidentals, each with its letter: '^f', '^f^g'.
    private static List<(Letter Letter, int Alteration)>? Accidentals(string word)
    {
        List<(Letter, int)> accidentals = [];
        for (int at = 0; at < word.Length; at++)
        {
            int signs = at;
            int alteration = 0;
            for (; at < word.Length && word[at] is '^' or '_' or '='; at++)
            {
                alteration += word[at] switch
                {
                    '^' => 1,
                    '_' => -1,
                    _ => 0,
                };
            }

            bool isSign = word[signs..at] is "^" or "^^" or "_" or "__" or "=";
            if (!isSign || at == word.Length || !LetterText.TryRead(word[at], out Letter letter, out _))
            {
                return null;
            }

            accidentals.Add((letter, alteration));
        }

        return accidentals;
    }
}
