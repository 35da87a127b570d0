using System.Text.RegularExpressions;
using Lilt.Notation;

namespace Lilt.Benchmarks.Playing;

/// <summary>A tune's text with its notes written another way.</summary>
internal static partial class WrittenNotes
{
    /// <summary>Tuplets with their time said, as ABC 2.1 gives it (4.13); null where none is without.</summary>
    public static string? Tuplets(string text)
    {
        int odd = TuneReader.Read(text).Tunes[0].Meter.IsCompound ? 3 : 2;
        return Changed(
            text,
            PlainTuplet()
                .Replace(
                    text,
                    match =>
                        match.Value
                        + match.Value[1] switch
                        {
                            '2' or '4' or '8' => ":3",
                            '3' or '6' => ":2",
                            _ => odd == 3 ? ":3" : ":2",
                        }
                )
        );
    }

    /// <summary>Chords whose notes all have the first one's length, so that only the chord's own time is compared; null for none.</summary>
    public static string? Chords(string text) =>
        Changed(
            text,
            Chord()
                .Replace(
                    text,
                    match =>
                    {
                        string first = Length().Match(match.Value).Groups[2].Value;
                        return Length().Replace(match.Value, note => note.Groups[1].Value + first);
                    }
                )
        );

    /// <summary>Without the word hornpipe; null where it has none.</summary>
    public static string? Unswung(string text) => Changed(text, Rhythm().Replace(text, string.Empty));

    /// <summary>Without the ties that stand before a repeat's end or an ending; null where none does.</summary>
    /// <remarks>A tie joins two notes that follow each other, and what follows such a note is another one each time.</remarks>
    public static string? UntiedAtRepeats(string text) => Changed(text, TieAtRepeat().Replace(text, "$1"));

    /// <summary>Without the <c>!</c> that end lines: those that no other follows before a bar, a blank or the line's end; null for none.</summary>
    public static string? WithoutLineEnds(string text) => Changed(text, LineEnd().Replace(text, match => match.Groups[1].Value));

    /// <summary>Without accidentals in grace notes; null where there are none.</summary>
    public static string? PlainGraces(string text) =>
        Changed(text, Graces().Replace(text, match => Accidental().Replace(match.Value, string.Empty)));

    /// <summary>Without the broken rhythm of which Lilt says that it stands between notes of different length; null for none.</summary>
    /// <remarks>"The use of broken rhythm markers between notes of unequal lengths will produce undefined results": ABC 2.1, 4.4.</remarks>
    public static string? EvenWhereUndefined(string text)
    {
        string[] lines = text.Split('\n');
        foreach (Finding finding in TuneReader.Read(text).Tunes[0].Findings.OrderByDescending(finding => finding.Column))
        {
            if (finding.Text.StartsWith("Broken rhythm", StringComparison.Ordinal))
            {
                string line = lines[finding.Line - 1];
                string rest = line[(finding.Column - 1)..].TrimStart('<', '>');
                lines[finding.Line - 1] = line[..(finding.Column - 1)] + rest;
            }
        }

        return Changed(text, string.Join('\n', lines));
    }

    /// <summary>With brackets around the chords that stand between <c>+</c>; null where there are none.</summary>
    public static string? Brackets(string text) => Changed(text, OldChord().Replace(text, "[$1]"));

    /// <summary>With a blank before each accidental of a key; null where none lacks one.</summary>
    public static string? SpacedKeys(string text) =>
        Changed(text, KeyField().Replace(text, match => GluedAccidental().Replace(match.Value, " $1")));

    /// <summary>With the middle one of its notes another one.</summary>
    public static string Spoiled(string text)
    {
        int music = Math.Max(0, text.IndexOf('\n', Math.Max(0, text.IndexOf("\nK:", StringComparison.Ordinal) + 1)));
        Match[] notes = [.. SingleNote().Matches(text, music).Cast<Match>()];
        if (notes.Length == 0)
        {
            return text;
        }

        int place = notes[notes.Length / 2].Index;
        char other = text[place] is 'G' or 'g' ? (char)(text[place] - 2) : (char)(text[place] + 2);
        return $"{text[..place]}{(other is 'H' or 'h' ? (char)(other - 3) : other)}{text[(place + 1)..]}";
    }

    private static string? Changed(string text, string changed) => changed == text ? null : changed;

    [GeneratedRegex(@"\([2-9](?![:0-9])")]
    private static partial Regex PlainTuplet();

    [GeneratedRegex(@"\[[^\]\[|:""\n]*[A-Ga-g][^\]\[|:""\n]*\]")]
    private static partial Regex Chord();

    [GeneratedRegex(@"([_^=]*[A-Ga-g][,']*)([0-9]*/*[0-9]*)")]
    private static partial Regex Length();

    [GeneratedRegex(@"^R:[ \t]*hornpipe.*\n", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Rhythm();

    [GeneratedRegex(@"-([)\s\\]*(?:"".*?"")?[ \t]*(?::\||\[?\|?[1-9]|\|+:|\|\][ \t]*$|::|\|\[[1-9]|$))", RegexOptions.Multiline)]
    private static partial Regex TieAtRepeat();

    [GeneratedRegex(@"(![^|\[:\] !\n]*!)|!")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"\{[^}\n]*\}")]
    private static partial Regex Graces();

    [GeneratedRegex("[_^=]+")]
    private static partial Regex Accidental();

    [GeneratedRegex(@"\+([A-Ga-g0-9/,'_^=]+)\+")]
    private static partial Regex OldChord();

    [GeneratedRegex(@"^K:.*$", RegexOptions.Multiline)]
    private static partial Regex KeyField();

    [GeneratedRegex(@"(?<=[A-Za-g])([_^=]+[A-Ga-g])")]
    private static partial Regex GluedAccidental();

    // Not in a chord, after a tie or in a field.
    [GeneratedRegex(@"(?<=[ \t|0-9A-Ga-g>])[A-Ga-g](?=[,'0-9/]*[ \t|A-Ga-g])(?![^\[\n]*\])")]
    private static partial Regex SingleNote();
}
