namespace Lilt.Notation;

/// <summary>One line of a text.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">Without its end.</param>
internal readonly record struct TextLine(int Number, int Start, int Length)
{
    /// <summary>All lines of a text; ends are CR LF, LF or CR.</summary>
    public static List<TextLine> Split(string text)
    {
        List<TextLine> lines = [];
        int start = 0;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny('\r', '\n');
            if (length < 0)
            {
                length = text.Length - start;
            }

            lines.Add(new TextLine(lines.Count + 1, start, length));
            int end = start + length;
            start = end + (end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? 2 : 1);
        }

        return lines;
    }

    /// <summary>The line's text.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, Length);
}
