using System.Text;

namespace Lilt.Benchmarks.Playing;

/// <summary>A tune's text without what players play in more ways than one: ornaments, staccato, <c>%%MIDI</c>.</summary>
internal static class PlainText
{
    private const string Fields = "ABCDFGHIKLMNOPQRSTUVWXZmrsw+";
    private const string Signs = "~.TRMPHJLOSuv";

    /// <summary>Makes it.</summary>
    public static string Of(string text)
    {
        StringBuilder plain = new();
        bool inMusic = false;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("%%MIDI", StringComparison.Ordinal))
            {
                continue;
            }

            bool isField = line.Length > 1 && line[1] == ':' && Fields.Contains(line[0]) && !line[2..].StartsWith('|');
            inMusic |= line.StartsWith("K:", StringComparison.Ordinal);
            plain.Append(inMusic && !isField ? Music(line) : line).Append('\n');
        }

        return plain.ToString();
    }

    private static string Music(string line)
    {
        StringBuilder music = new();
        for (int at = 0; at < line.Length; at++)
        {
            int close = line[at] switch
            {
                '"' or '!' => line.IndexOf(line[at], at + 1),
                '[' when at + 2 < line.Length && char.IsAsciiLetter(line[at + 1]) && line[at + 2] == ':' => line.IndexOf(']', at),
                _ => -1,
            };
            if (close > at && (line[at] != '!' || IsName(line[(at + 1)..close])))
            {
                // '["Coda" ' names an ending: its bracket goes with its words.
                music.Length -= line[at] == '"' && music.Length > 0 && music[^1] == '[' ? 1 : 0;
                music.Append(line[at] == '[' ? line[at..(close + 1)] : string.Empty);
                at = close;
            }
            else if (!Signs.Contains(line[at]) || (line[at] == '.' && at + 1 < line.Length && line[at + 1] == '|'))
            {
                music.Append(line[at]);
            }
        }

        return music.ToString();
    }

    private static bool IsName(string name) => !name.AsSpan().ContainsAny("|[]: ");
}
