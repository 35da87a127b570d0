using System.Text.RegularExpressions;

namespace Lilt.Notation.Playing;

/// <summary>A chord that a name over the music stands for.</summary>
/// <param name="Bass">MIDI's number of the bass note: from the C two octaves under middle C up.</param>
/// <param name="Notes">MIDI's numbers of the chord's notes: the root from the C under middle C up; where another bass is named, what would lie
/// under it an octave higher.</param>
internal sealed partial record ChordName(int Bass, IReadOnlyList<int> Notes)
{
    private const int BassOctave = 36;
    private const int ChordOctave = 48;

    private static readonly (string Kind, int[] Notes)[] Kinds =
    [
        ("", [0, 4, 7]),
        ("maj", [0, 4, 7]),
        ("m", [0, 3, 7]),
        ("min", [0, 3, 7]),
        ("-", [0, 3, 7]),
        ("7", [0, 4, 7, 10]),
        ("maj7", [0, 4, 7, 11]),
        ("M7", [0, 4, 7, 11]),
        ("m7", [0, 3, 7, 10]),
        ("min7", [0, 3, 7, 10]),
        ("-7", [0, 3, 7, 10]),
        ("mmaj7", [0, 3, 7, 11]),
        ("dim", [0, 3, 6]),
        ("o", [0, 3, 6]),
        ("dim7", [0, 3, 6, 9]),
        ("o7", [0, 3, 6, 9]),
        ("m7b5", [0, 3, 6, 10]),
        ("aug", [0, 4, 8]),
        ("+", [0, 4, 8]),
        ("aug7", [0, 4, 8, 10]),
        ("6", [0, 4, 7, 9]),
        ("m6", [0, 3, 7, 9]),
        ("9", [0, 4, 7, 10, 14]),
        ("maj9", [0, 4, 7, 11, 14]),
        ("m9", [0, 3, 7, 10, 14]),
        ("11", [0, 4, 7, 10, 14, 17]),
        ("13", [0, 4, 7, 10, 14, 21]),
        ("sus2", [0, 2, 7]),
        ("sus4", [0, 5, 7]),
        ("sus", [0, 5, 7]),
        ("5", [0, 7]),
    ];

    /// <summary>Reads a name; null where it is no chord's. A kind that is not known is played as the plain chord of its root.</summary>
    public static ChordName? Parse(string text)
    {
        Match match = Symbol().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        string kind = match.Groups["kind"].Value;
        int[] intervals =
            Kinds.FirstOrDefault(known => known.Kind == kind).Notes
            ?? (kind.StartsWith('m') && !kind.StartsWith("maj", StringComparison.Ordinal) ? [0, 3, 7] : [0, 4, 7]);
        int root = PitchClass(match.Groups["root"].Value, match.Groups["rootSign"].Value);
        int bass = match.Groups["bass"].Success
            ? PitchClass(match.Groups["bass"].Value.ToUpperInvariant(), match.Groups["bassSign"].Value)
            : root;
        return new ChordName(
            BassOctave + bass,
            [.. intervals.Select(interval => ChordOctave + root + interval).Select(note => note < ChordOctave + bass ? note + 12 : note)]
        );
    }

    private static int PitchClass(string letter, string sign)
    {
        int natural = letter switch
        {
            "C" => 0,
            "D" => 2,
            "E" => 4,
            "F" => 5,
            "G" => 7,
            "A" => 9,
            _ => 11,
        };
        return sign switch
        {
            "#" => (natural + 1) % 12,
            "b" => (natural + 11) % 12,
            _ => natural,
        };
    }

    [GeneratedRegex("^(?<root>[A-G])(?<rootSign>[#b=]?)(?<kind>[^/\\s()]*)(/(?<bass>[A-Ga-g])(?<bassSign>[#b=]?))?$")]
    private static partial Regex Symbol();
}
