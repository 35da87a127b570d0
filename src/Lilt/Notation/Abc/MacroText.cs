using System.Text;

namespace Lilt.Notation.Abc;

/// <summary>A line of music with macros in place of what they stand for, and where each of its characters came from.</summary>
/// <param name="Text">The line.</param>
/// <param name="Origins">For each character, and for the end, the place in the line as written.</param>
internal readonly record struct MacroText(string Text, IReadOnlyList<int> Origins)
{
    private const int LongestLine = 100_000;

    /// <summary>Expands a line. Quotes, fields in brackets and comments stay as they are.</summary>
    /// <param name="line">The line.</param>
    /// <param name="macros">The macros; the first that fits a place is taken.</param>
    public static MacroText Expand(ReadOnlySpan<char> line, IReadOnlyList<Macro> macros)
    {
        StringBuilder text = new();
        List<int> origins = [];
        for (int at = 0; at < line.Length; )
        {
            int length = 0;
            string expanded = string.Empty;
            foreach (Macro macro in macros)
            {
                length = macro.Match(line[at..], out expanded);
                if (length > 0)
                {
                    break;
                }
            }

            if (length == 0 || text.Length > LongestLine)
            {
                length = Math.Max(1, Kept(line[at..]));
                expanded = line.Slice(at, length).ToString();
                for (int i = 0; i < length; i++)
                {
                    origins.Add(at + i);
                }
            }
            else
            {
                for (int i = 0; i < expanded.Length; i++)
                {
                    origins.Add(at);
                }
            }

            text.Append(expanded);
            at += length;
        }

        origins.Add(line.Length);
        return new MacroText(text.ToString(), origins);
    }

    private static int Kept(ReadOnlySpan<char> text) =>
        text switch
        {
            ['"', ..] => text[1..].IndexOf('"') + 2,
            ['[', >= 'A' and <= 'z', ':', ..] => text.IndexOf(']') + 1,
            ['%', ..] => text.Length,
            _ => 1,
        };
}
