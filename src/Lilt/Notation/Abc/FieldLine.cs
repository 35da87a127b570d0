namespace Lilt.Notation.Abc;

/// <summary>Field lines: a letter, a colon, a text. Source: ABC 2.1, 3.</summary>
internal static class FieldLine
{
    /// <summary>The letters of ABC 2.1's fields, and <c>+</c> that carries one on.</summary>
    private const string Letters = "ABCDFGHIKLMNOPQRSTUVWXZmrsw+";

    /// <summary>
    /// Whether a line is a field: a known letter and a colon that neither <c>|</c> nor <c>:</c> follows (<c>A:|</c> is music).
    /// </summary>
    public static bool Is(ReadOnlySpan<char> line) =>
        line.Length > 1
        && line[1] == ':'
        && Letters.Contains(line[0])
        && (line.Length == 2 || line[2] is not ('|' or ':') || line[0] is 'w' or 'W' or 'T');

    /// <summary>The letters of the fields that may stand in the music.</summary>
    private const string BodyLetters = "IKLMNPQRTUVWmrsw+";

    /// <summary>
    /// How many blanks stand before a field: 0 where the line begins with one, −1 where it is none. Inside the music blanks stand only before
    /// a field that is allowed there.
    /// </summary>
    public static int Indent(ReadOnlySpan<char> line, bool inMusic)
    {
        ReadOnlySpan<char> field = line.TrimStart();
        int indent = line.Length - field.Length;
        return Is(field) && (indent == 0 || !inMusic || BodyLetters.Contains(field[0])) ? indent : -1;
    }

    /// <summary>Whether a line looks like a field that ABC 2.1 does not know; in the music the letters of notes are left to it.</summary>
    public static bool IsUnknown(ReadOnlySpan<char> line, bool inMusic) =>
        line.Length > 1
        && line[1] == ':'
        && char.IsAsciiLetter(line[0])
        && !Letters.Contains(line[0])
        && (!inMusic || !(char.ToUpperInvariant(line[0]) is >= 'A' and <= 'G'));

    /// <summary>The text of a field line, its comment and outer blanks left out.</summary>
    public static string Text(ReadOnlySpan<char> line) => WithoutComment(line[2..]).Trim().ToString();

    /// <summary>A text up to its comment: a <c>%</c> that no backslash stands before.</summary>
    public static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && (i == 0 || text[i - 1] != '\\'))
            {
                return text[..i];
            }
        }

        return text;
    }
}
