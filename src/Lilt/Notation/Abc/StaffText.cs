using System.Globalization;

namespace Lilt.Notation.Abc;

/// <summary>What a <c>K:</c> or <c>V:</c> field says of a staff: <c>clef=treble-8 octave=1 transpose=-2 name="T. I"</c>.</summary>
/// <param name="Octave">Octaves that the notes lie higher than written; null where nothing is said.</param>
/// <param name="Transpose">Semitones that the voice sounds higher than its notes; null where nothing is said.</param>
/// <param name="ClefOctaves">Octaves that the clef lets it sound higher: −1 for <c>treble-8</c>; null where no clef is named.</param>
/// <remarks>Source: ABC 2.1, 4.6 and 7.1.</remarks>
internal readonly record struct StaffText(int? Octave, int? Transpose, int? ClefOctaves)
{
    private const int LargestTranspose = 96;
    private const int LargestOctave = 8;

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

    // Other programs' names for a voice that sounds elsewhere than it is written.
    private static readonly string[] NotApplied = ["score=", "sound=", "shift=", "instrument="];

    /// <summary>The words of a field, blanks inside quotes kept.</summary>
    public static List<string> Words(string text)
    {
        List<string> words = [];
        bool quoted = false;
        int start = 0;
        for (int at = 0; at <= text.Length; at++)
        {
            bool ends = at == text.Length || (!quoted && char.IsWhiteSpace(text[at]));
            quoted ^= at < text.Length && text[at] == '"';
            if (ends)
            {
                if (at > start)
                {
                    words.Add(text[start..at]);
                }

                start = at + 1;
            }
        }

        return words;
    }

    /// <summary>Adds what a word says.</summary>
    /// <param name="word">The word.</param>
    /// <param name="fault">What is wrong with it, a whole sentence; null where nothing is.</param>
    /// <returns>With the word; null where it says nothing of a staff.</returns>
    public StaffText? With(string word, out string? fault)
    {
        fault = null;
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? "clef" : word[..equals];
        string value = word[(equals + 1)..];
        switch (name)
        {
            case "octave":
                return this with { Octave = Number(word, value, LargestOctave, ref fault) ?? Octave };
            case "transpose" or "t":
                return this with { Transpose = Number(word, value, LargestTranspose, ref fault) ?? Transpose };
            case "clef" when ClefOf(value) is { } octaves:
                return this with { ClefOctaves = octaves };
            default:
                fault = Array.Exists(NotApplied, other => word.StartsWith(other, StringComparison.Ordinal))
                    ? $"{name}= is not applied."
                    : null;
                return equals < 0 ? null : this;
        }
    }

    private static int? Number(string word, string value, int largest, ref string? fault)
    {
        if (int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && Math.Abs(number) <= largest)
        {
            return number;
        }

        fault = $"'{(word.Length <= 40 ? word : word[..40])}' is no number from -{largest} to {largest}; it is left out.";
        return null;
    }

    private static int? ClefOf(string value)
    {
        string name = value.Trim('"');
        int octaves = 0;
        if (name.AsSpan().IndexOfAny("+-^_") is > 0 and int sign)
        {
            // '^8' and '_8' are drawn and do not sound.
            int up =
                name[sign] == '+' ? 1
                : name[sign] == '-' ? -1
                : 0;
            octaves = name[(sign + 1)..] switch
            {
                "8" => up,
                "15" or "16" => 2 * up,
                _ => int.MinValue,
            };
            name = name[..sign];
        }

        name = name.TrimEnd('1', '2', '3', '4', '5');
        return octaves != int.MinValue && Array.Exists(Clefs, clef => clef.Equals(name, StringComparison.OrdinalIgnoreCase))
            ? octaves
            : null;
    }
}
