using Lilt.Notation.Abc;

namespace Lilt.Notation.Tokens;

/// <summary>
/// The fields before the music of a beginning, on lines of their own or one after another: <c>M:6/8 K:D dorian</c>; a key may lack its
/// <c>K:</c>.
/// </summary>
/// <param name="All">The fields, in the order of the text.</param>
/// <param name="Body">Where the music begins.</param>
internal sealed record BeginningFields(IReadOnlyList<BeginningField> All, int Body)
{
    /// <summary>The name of a place before the key whose token, a meter, is drawn.</summary>
    public const char Drawn = '*';

    /// <summary>Reads the fields of a text.</summary>
    public static BeginningFields Read(string text)
    {
        List<BeginningField> fields = [];
        // Every tune has a start token; who types it means the same.
        int blanks = text.Length - text.TrimStart().Length;
        bool starts = string.CompareOrdinal(text, blanks, Vocabulary.StartText, 0, Vocabulary.StartText.Length) == 0;
        int at = starts && WordEnd(text, blanks) == blanks + Vocabulary.StartText.Length ? WordEnd(text, blanks) : 0;
        while (true)
        {
            int line = at == 0 ? 0 : -1;
            for (; at < text.Length && char.IsWhiteSpace(text[at]); at++)
            {
                line = text[at] == '\n' ? at + 1 : line;
            }

            bool startsLine = line >= 0;
            if (at < text.Length && text[at] == '%' && startsLine)
            {
                at = LineEnd(text, at);
            }
            else if (Field(text, at, startsLine) is { } field && (field.Name != Drawn || fields.Count == 0))
            {
                fields.Add(field);
                at = field.To;
            }
            else
            {
                return new BeginningFields(fields, at);
            }
        }
    }

    private static BeginningField? Field(string text, int at, bool startsLine)
    {
        // 'A:|' is music.
        bool isNamed =
            at + 1 < text.Length
            && char.IsAsciiLetter(text[at])
            && text[at + 1] == ':'
            && (at + 2 == text.Length || text[at + 2] is not ('|' or ':'));
        if (!isNamed)
        {
            if (
                at < text.Length
                && text[at] == Drawn
                && WordEnd(text, at) == at + 1
                && Field(text, Blanks(text, at + 1), startsLine: false) is { Name: 'K' }
            )
            {
                return new BeginningField(Drawn, "*", at, at + 1);
            }

            (int end, string? key) = Key(text, at);
            return key is null ? null : new BeginningField('K', key, at, end);
        }

        int value = Blanks(text, at + 2);
        int word = WordEnd(text, value);
        switch (text[at])
        {
            case 'M' or 'L':
                return new BeginningField(text[at], text[value..word], at, word);
            case 'K':
                string line = text[value..LineEnd(text, value)].Split('%')[0].Trim();
                if (startsLine && KeyText.Parse(line) is { Key: not null, Unread: [] })
                {
                    return new BeginningField('K', line, at, value + line.Length);
                }

                (int end, string? key) = Key(text, value);
                return key is null ? new BeginningField('K', text[value..word], at, word) : new BeginningField('K', key, at, end);
            default:
                int to = LineEnd(text, at);
                return startsLine ? new BeginningField(text[at], text[value..Math.Max(value, to)].Trim(), at, to) : null;
        }
    }

    /// <summary>A key in one word or two, its mode named: <c>Ddor</c>, <c>D dorian</c>, <c>dorian</c>; null where none stands there.</summary>
    private static (int End, string? Key) Key(string text, int at)
    {
        int end = WordEnd(text, at);
        string word = text[at..end];
        if (IsMode(word))
        {
            return (end, word);
        }

        int tonic =
            word.Length == 0 || word[0] is not ((>= 'A' and <= 'G') or (>= 'a' and <= 'g')) ? 0
            : word.Length > 1 && word[1] is '#' or 'b' or '♯' or '♭' ? 2
            : 1;
        if (tonic == 0)
        {
            return (at, null);
        }

        string named = char.ToUpperInvariant(word[0]) + word[1..tonic];
        if (word.Length > tonic)
        {
            return IsMode(word[tonic..]) ? (end, named + word[tonic..]) : (at, null);
        }

        int next = Blanks(text, end);
        int last = WordEnd(text, next);
        return next > end && IsMode(text[next..last]) ? (last, $"{named} {text[next..last]}") : (at, null);
    }

    private static bool IsMode(string word) => word.Length >= 3 && word.All(char.IsAsciiLetter) && KeyText.ModeOf(word) is not null;

    private static int Blanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at;
    }

    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int LineEnd(string text, int at)
    {
        int end = text.AsSpan(at).IndexOfAny('\r', '\n');
        return end < 0 ? text.Length : at + end;
    }
}
