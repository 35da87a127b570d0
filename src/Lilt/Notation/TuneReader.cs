using System.Runtime.InteropServices;
using System.Text;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;

namespace Lilt.Notation;

/// <summary>
/// Reads the tunes of a text, whichever way they are written: ABC 2.1, folk-rnn's token text (v2, v3, Swedish), or generated tunes,
/// one <c>&lt;s&gt; … &lt;/s&gt;</c> a line. The ways may stand beside each other.
/// </summary>
/// <remarks>
/// No text makes it throw; it runs in time linear in the text. What cannot be read is a finding. Source: ABC 2.1
/// (abcnotation.com/wiki/abc:standard:v2.1); Sturm et al., Music transcription modelling and composition using deep learning, 2016.
/// </remarks>
public static class TuneReader
{
    private const int WordsLookedAt = 400;
    private const int ShortestWithoutHeader = 3;

    /// <summary>Reads a file's bytes: UTF-8 with or without its mark, UTF-16 with one, else Latin-1.</summary>
    public static TuneBook Read(ReadOnlySpan<byte> bytes) => Read(Decode(bytes));

    /// <summary>Reads a text.</summary>
    public static TuneBook Read(string text)
    {
        List<Tune> tunes = [];
        IReadOnlyList<Finding> findings = Read(text, tunes.Add);
        return new TuneBook(tunes, findings);
    }

    /// <summary>Reads a text and hands over its tunes as it goes, so that a large corpus need not be held at once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="take">Gets every tune in the order of the text.</param>
    /// <returns>What stands outside any tune and could not be read.</returns>
    public static IReadOnlyList<Finding> Read(string text, Action<Tune> take)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(take);
        List<Tune> tunes = [];
        List<Finding> findings = [];
        List<TuneField> fileHeader = [];
        TokenTuneReader tokens = new(tunes);
        List<TextLine> lines = TextLine.Split(text);
        bool inTextBlock = false;
        bool headerOpen = true;
        for (int i = 0; i < lines.Count; )
        {
            if (IsBlank(lines[i].Of(text)))
            {
                i++;
                continue;
            }

            int begin = i;
            while (i < lines.Count && (inTextBlock || !IsBlank(lines[i].Of(text))))
            {
                inTextBlock = TextBlock(lines[i].Of(text)) ?? inTextBlock;
                i++;
            }

            Block(text, CollectionsMarshal.AsSpan(lines)[begin..i], tokens, tunes, findings, fileHeader, headerOpen);
            headerOpen &= tunes.Count == 0;
            tunes.ForEach(take);
            tunes.Clear();
        }

        return findings;
    }

    /// <summary>The text of a file's bytes: UTF-8 with or without its mark, UTF-16 with one, else Latin-1.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes);
    }

    private static void Block(
        string text,
        ReadOnlySpan<TextLine> lines,
        TokenTuneReader tokens,
        List<Tune> tunes,
        List<Finding> findings,
        List<TuneField> fileHeader,
        bool headerOpen
    )
    {
        if (IsTokenText(text, lines, tokens))
        {
            tokens.Read(text, lines);
            return;
        }

        int first = FirstNumber(text, lines);
        Unnumbered(text, lines[..first], tunes, findings, fileHeader, headerOpen);
        for (int i = first; i < lines.Length; )
        {
            int next = i + 1;
            while (next < lines.Length && !IsNumber(lines[next].Of(text)))
            {
                next++;
            }

            string? fault = i > 0 && !lines[i - 1].Of(text).StartsWith("%") ? "No blank line stands before this tune." : null;
            tunes.Add(Tune(text, lines[i..next], fileHeader, fault));
            i = next;
        }
    }

    // A tune with macros is read twice: as it is written, and as it is played.
    private static Tune Tune(string text, ReadOnlySpan<TextLine> lines, List<TuneField> fileHeader, string? fault)
    {
        Tune tune = Tune(text, lines, fileHeader, fault, expandsMacros: false, out bool hasMacros);
        if (!hasMacros)
        {
            return tune;
        }

        Tune played = Tune(text, lines, fileHeader, fault, expandsMacros: true, out _);
        IEnumerable<Finding> more = played
            .Findings.Except(tune.Findings)
            .Select(finding => finding with { Text = $"In a macro: {finding.Text}", IsHarmless = true });
        return tune with { ExpandedVoices = played.Voices, Findings = [.. tune.Findings, .. more] };
    }

    private static Tune Tune(
        string text,
        ReadOnlySpan<TextLine> lines,
        List<TuneField> fileHeader,
        string? fault,
        bool expandsMacros,
        out bool hasMacros
    )
    {
        SourcePosition position = new(lines[0].Number, 1);
        AbcTuneReader tune = new(position, fileHeader, expandsMacros);
        if (fault is not null)
        {
            tune.Finding(position, fault);
        }

        int lastKey = LastKey(text, lines);
        for (int i = 0; i < lines.Length; i++)
        {
            tune.Line(lines[i].Of(text), lines[i].Number, keyFollows: i < lastKey);
        }

        hasMacros = tune.HasMacros;
        return tune.Build(new SourcePosition(lines[^1].Number, lines[^1].Length + 1));
    }

    // The last line of a tune that is a K: field.
    private static int LastKey(string text, ReadOnlySpan<TextLine> lines)
    {
        int last = -1;
        for (int i = 0; i < lines.Length; i++)
        {
            last = lines[i].Of(text).TrimStart().StartsWith("K:") ? i : last;
        }

        return last;
    }

    private static int FirstNumber(string text, ReadOnlySpan<TextLine> lines)
    {
        int first = 0;
        while (first < lines.Length && !IsNumber(lines[first].Of(text)))
        {
            first++;
        }

        return first;
    }

    // Lines without X: before them: the file's header, a tune that lacks its X:, or free text.
    private static void Unnumbered(
        string text,
        ReadOnlySpan<TextLine> lines,
        List<Tune> tunes,
        List<Finding> findings,
        List<TuneField> fileHeader,
        bool headerOpen
    )
    {
        bool hasKey = false;
        int others = 0;
        TextLine? firstOther = null;
        bool inTextBlock = false;
        foreach (TextLine line in lines)
        {
            ReadOnlySpan<char> content = line.Of(text);
            inTextBlock = TextBlock(content) ?? inTextBlock;
            if (inTextBlock || content.StartsWith("%") || IsBlank(content))
            {
                continue;
            }

            if (FieldLine.Indent(content, inMusic: false) is >= 0 and int indent)
            {
                hasKey |= content[indent] == 'K';
            }
            else
            {
                others++;
                firstOther ??= line;
            }
        }

        if (hasKey)
        {
            tunes.Add(Tune(text, lines, fileHeader, "The tune has no X: field."));
            return;
        }

        foreach (TextLine line in lines)
        {
            ReadOnlySpan<char> content = line.Of(text);
            if (FieldLine.Is(content) && headerOpen && others == 0)
            {
                fileHeader.Add(new TuneField(new SourcePosition(line.Number, 1), content[0], FieldLine.Text(content)));
            }
            else if (FieldLine.Is(content))
            {
                firstOther ??= line;
            }
        }

        if (firstOther is { } other)
        {
            findings.Add(
                new Finding(
                    other.Number,
                    1,
                    FormattableString.Invariant($"Text outside a tune ({lines.Length} lines, no X: or K: field before it) is not read.")
                )
            );
        }
    }

    private static bool IsTokenText(string text, ReadOnlySpan<TextLine> lines, TokenTuneReader tokens)
    {
        int words = 0;
        int known = 0;
        int telling = 0;
        int pitches = 0;
        int bars = 0;
        bool numbered = false;
        bool hasHeader = false;
        TokenKind before = TokenKind.Unknown;
        foreach (TextLine line in lines)
        {
            ReadOnlySpan<char> content = line.Of(text).TrimStart();
            if (content.Length > 1 && content[1] == ':' && content[0] is not ('M' or 'K'))
            {
                numbered |= content[0] is 'X' or 'L';
                if (FieldLine.Is(content))
                {
                    continue;
                }
            }

            for (int position = 0; position < content.Length && words < WordsLookedAt; )
            {
                if (char.IsWhiteSpace(content[position]))
                {
                    position++;
                    continue;
                }

                int begin = position;
                while (position < content.Length && !char.IsWhiteSpace(content[position]))
                {
                    position++;
                }

                TokenKind kind = tokens.Meaning(content[begin..position]).Kind;
                if (kind is TokenKind.Start)
                {
                    return true;
                }

                words++;
                known += kind == TokenKind.Unknown ? 0 : 1;
                hasHeader |= kind is TokenKind.Meter or TokenKind.Key or TokenKind.Unit;
                pitches += kind is TokenKind.Pitch ? 1 : 0;
                bars += kind is TokenKind.Measure ? 1 : 0;

                // In ABC a length touches its note; '(3' and '>' may stand alone, and '| 1' is an ending.
                bool isLength = kind == TokenKind.Duration && before is TokenKind.Pitch or TokenKind.Rest or TokenKind.ChordEnd;
                telling += isLength || kind is TokenKind.ChordEnd or TokenKind.End ? 1 : 0;
                telling += !numbered && kind is TokenKind.Broken or TokenKind.Tuplet ? 1 : 0;
                before = kind;
            }

            if (words >= WordsLookedAt || (words >= 20 && 10 * known < 9 * words))
            {
                break;
            }
        }

        // Under an X: or L: only text that is tokens through and through is taken for tokens; without a header only music with bars.
        return pitches > 0
            && (
                numbered ? known == words && telling > 0
                : hasHeader ? 10 * known >= 9 * words && (telling > 0 || known == words)
                : known == words && bars > 0 && words > ShortestWithoutHeader
            );
    }

    private static bool IsNumber(ReadOnlySpan<char> line) =>
        line.TrimStart() is ['X', ':', .. var rest] && (rest.Length == line.Length - 2 || rest is not (['|', ..] or [':', ..]));

    private static bool IsBlank(ReadOnlySpan<char> line) => line.IsWhiteSpace();

    private static bool? TextBlock(ReadOnlySpan<char> line) =>
        !line.StartsWith("%%")
            ? null
            : line[2..].TrimStart() switch
            {
                ['b', 'e', 'g', 'i', 'n', 't' or 'p' or 's' or 'j', ..] => true,
                ['e', 'n', 'd', 't' or 'p' or 's' or 'j', ..] => false,
                _ => null,
            };
}
