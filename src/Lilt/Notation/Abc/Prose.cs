namespace Lilt.Notation.Abc;

/// <summary>Tells words and mark-up from music: many of the letters of words are notes.</summary>
internal static class Prose
{
    private const string MusicLetters = "ABCDEFGabcdefgzxZXyHLMOPSTuv";
    private const string MusicSigns = "0123456789/,'^_=<>()-~.{}\"`&|:[] ";
    private const int LongestTag = 200;
    private const string Punctuation = ".,;:'!?-()&";

    // Names that are notes too are mark-up only as '</a>' or with a quoted value.
    private static readonly string[] Tags = ["html", "body", "pre", "br", "hr", "p", "div", "span", "td", "tr", "table", "font", "center"];

    /// <summary>Whether every sign of a text is one of music, and one a note or a rest.</summary>
    public static bool IsMusic(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (!MusicLetters.Contains(c) && !MusicSigns.Contains(c))
            {
                return false;
            }
        }

        return text.ContainsAnyInRange('A', 'G') || text.ContainsAnyInRange('a', 'g') || text.ContainsAny('x', 'z');
    }

    /// <summary>Whether a line is music for certain: it has a bar, and beside quotes and decorations nothing that is none.</summary>
    public static bool IsMusicLine(ReadOnlySpan<char> line) =>
        WithoutQuotes(line) is var kept && kept.Contains('|', StringComparison.Ordinal) && IsMusic(kept);

    /// <summary>
    /// Whether a line is words: at least two of them cannot be music, and as many as can; or it is one word such as <c>Fine</c>.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="isSymbol">Whether a letter was given a meaning.</param>
    public static bool IsWords(ReadOnlySpan<char> line, Func<char, bool> isSymbol)
    {
        int words = 0;
        int alien = 0;
        bool isName = false;
        string kept = WithoutQuotes(line);
        foreach (string word in kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            words++;
            if (IsAlien(word, isSymbol))
            {
                alien++;
                isName = word.Length > 3 && word.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;
            }
        }

        return kept.Contains('|', StringComparison.Ordinal) ? alien > 2 && 3 * alien > 2 * words
            : words == 1 ? isName
            : alien > 1 && 2 * alien >= words;
    }

    /// <summary>The length of the mark-up at the start of a text, as <c>&lt;/html&gt;</c> or <c>&lt;br&gt;</c>; 0 where none is.</summary>
    public static int Markup(ReadOnlySpan<char> text)
    {
        int close = text[..Math.Min(LongestTag, text.Length)].IndexOf('>');
        if (text is not ['<', ..] || close < 2)
        {
            return 0;
        }

        if (text.StartsWith("<!--"))
        {
            return close + 1;
        }

        bool ends = text[1] == '/';
        ReadOnlySpan<char> name = text[(ends ? 2 : 1)..close];
        int blank = name.IndexOf(' ');
        bool hasMore = blank > 0 && (name.Contains("=\"", StringComparison.Ordinal) || name.Contains("='", StringComparison.Ordinal));
        name = blank > 0 ? name[..blank] : name.TrimEnd('/');
        bool isName = name.Length > 0 && char.IsAsciiLetter(name[0]) && !name.ToString().Any(c => !char.IsAsciiLetterOrDigit(c));
        return isName && (ends || hasMore || Array.Exists(Tags, name.ToString().ToLowerInvariant().Equals)) ? close + 1 : 0;
    }

    private static bool IsAlien(string word, Func<char, bool> isSymbol)
    {
        bool isAlien = false;
        foreach (char c in word)
        {
            if (!char.IsLetter(c) && !Punctuation.Contains(c))
            {
                return false;
            }

            isAlien |= char.IsLetter(c) && !MusicLetters.Contains(c) && !isSymbol(c);
        }

        return isAlien;
    }

    // Chord names, annotations and decorations are words in music too.
    private static string WithoutQuotes(ReadOnlySpan<char> line)
    {
        List<char> kept = [];
        for (int at = 0; at < line.Length; at++)
        {
            int close = line[at] is '"' or '!' or '+' ? line[(at + 1)..].IndexOf(line[at]) : -1;
            if (close > 0 && (line[at] == '"' || DecorationNames.Contains(line.Slice(at + 1, close).ToString())))
            {
                at += close + 1;
            }
            else
            {
                kept.Add(line[at]);
            }
        }

        return new string([.. kept]);
    }
}
