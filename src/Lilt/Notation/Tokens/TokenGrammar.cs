using System.Globalization;
using Lilt.Notation.Abc;

namespace Lilt.Notation.Tokens;

/// <summary>The grammar of folk-rnn's tokens, one grammar for its three formats.</summary>
internal static class TokenGrammar
{
    /// <summary>The longest text that is a token.</summary>
    public const int LongestToken = 32;

    /// <summary>Takes a token's text apart.</summary>
    public static TokenMeaning Read(string text)
    {
        if (text.Length is 0 or > LongestToken)
        {
            return new TokenMeaning(TokenKind.Unknown);
        }

        return text switch
        {
            Vocabulary.StartText => new TokenMeaning(TokenKind.Start),
            Vocabulary.EndText => new TokenMeaning(TokenKind.End),
            "[" => new TokenMeaning(TokenKind.ChordStart),
            "]" => new TokenMeaning(TokenKind.ChordEnd),
            "-" => new TokenMeaning(TokenKind.Tie),
            "z" or "x" => new TokenMeaning(TokenKind.Rest),
            _ => Field(text) ?? Note(text) ?? Tuplet(text) ?? Measure(text) ?? Duration(text) ?? new TokenMeaning(TokenKind.Unknown),
        };
    }

    private static TokenMeaning? Field(string text)
    {
        ReadOnlySpan<char> inner = text is ['[', _, ':', .., ']'] ? text.AsSpan(1, text.Length - 2) : text;
        if (inner.Length < 3 || inner[1] != ':')
        {
            return null;
        }

        string value = inner[2..].ToString();
        return inner[0] switch
        {
            'M' when Meter.Parse(value) is not null => new TokenMeaning(TokenKind.Meter) { Field = value },
            'K' when KeyText.Parse(value).Key is not null => new TokenMeaning(TokenKind.Key) { Field = value },
            'L' when UnitText.Parse(value) is not null => new TokenMeaning(TokenKind.Unit) { Field = value },
            _ => null,
        };
    }

    private static TokenMeaning? Note(string text)
    {
        int position = 0;
        int? alteration = null;
        while (position < text.Length && text[position] is '^' or '_' or '=')
        {
            int step = text[position] switch
            {
                '^' => 1,
                '_' => -1,
                _ => 0,
            };
            if (position > 1 || (position == 1 && (step == 0 || alteration != step)))
            {
                return null;
            }

            alteration = (alteration ?? 0) + step;
            position++;
        }

        if (position >= text.Length || !LetterText.TryRead(text[position], out Letter letter, out int octave))
        {
            return null;
        }

        for (position++; position < text.Length; position++)
        {
            switch (text[position])
            {
                case '\'':
                    octave++;
                    break;
                case ',':
                    octave--;
                    break;
                default:
                    return null;
            }
        }

        return new TokenMeaning(TokenKind.Pitch)
        {
            Letter = letter,
            Octave = octave,
            Alteration = alteration,
        };
    }

    private static TokenMeaning? Tuplet(string text) =>
        text[0] == '('
        && int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out int p)
        && p is >= 2 and <= ReaderLimits.LargestTuplet
            ? new TokenMeaning(TokenKind.Tuplet) { Tuplet = p }
            : null;

    private static TokenMeaning? Measure(string text)
    {
        ReadOnlySpan<char> rest = text;
        BarText bar = BarText.Read(rest);
        rest = rest[bar.Length..];
        if (rest is ['[', .. var numbered] && (bar.Length > 0 || numbered.Length > 0))
        {
            rest = numbered;
        }
        else if (bar.Length == 0)
        {
            return null;
        }

        if (rest.IsEmpty)
        {
            return bar.Length == text.Length ? new TokenMeaning(TokenKind.Measure) { Bar = bar } : null;
        }

        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int ending) && ending is > 0 and < 100
            ? new TokenMeaning(TokenKind.Measure) { Bar = bar with { Ending = ending } }
            : null;
    }

    private static TokenMeaning? Duration(string text)
    {
        int length = text.Length;
        while (length > 0 && text[length - 1] is '<' or '>' && text[length - 1] == text[^1])
        {
            length--;
        }

        int depth = text.Length - length;
        if (depth > LengthText.DeepestBroken)
        {
            return null;
        }

        if (length == 0)
        {
            return new TokenMeaning(TokenKind.Broken) { BrokenDepth = depth, IsFirstLonger = text[^1] == '>' };
        }

        LengthText read = LengthText.Read(text.AsSpan(0, length));
        return read.Length == length && read.IsExact
            ? new TokenMeaning(TokenKind.Duration)
            {
                Multiplier = read.Multiplier,
                BrokenDepth = depth,
                IsFirstLonger = text[^1] == '>',
            }
            : null;
    }
}
