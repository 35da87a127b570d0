using System.Globalization;
using System.Text;

namespace Lilt.Notation.Abc;

/// <summary>One macro of a tune's header: <c>~G3 = G{A}G{F}G</c>, or for every note <c>~n3 = n{o}n{m}n</c>.</summary>
/// <remarks>Source: ABC 2.1, 9.1 and 9.2.</remarks>
internal sealed class Macro
{
    private const int LongestTarget = 31;
    private const int LongestReplacement = 200;

    private readonly string before;
    private readonly string after;
    private readonly string replacement;
    private readonly bool isTransposing;

    private Macro(string target, string replacement)
    {
        int note = target.IndexOf('n', StringComparison.Ordinal);
        isTransposing = note >= 0;
        before = isTransposing ? target[..note] : target;
        after = isTransposing ? target[(note + 1)..] : string.Empty;
        this.replacement = replacement;
    }

    /// <summary>Reads what follows <c>m:</c>; null where it is no macro.</summary>
    public static Macro? Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        // The target may be a note with a natural: '~=G3 = …'.
        while (
            equals > 0
            && equals + 1 < text.Length
            && LetterText.TryRead(text[equals + 1], out _, out _)
            && text.IndexOf('=', equals + 1) > 0
        )
        {
            equals = text.IndexOf('=', equals + 1);
        }

        string target = equals < 0 ? string.Empty : text[..equals].Trim();
        string replacement = equals < 0 ? string.Empty : text[(equals + 1)..].Trim();
        return target.Length is 0 or > LongestTarget || replacement.Length > LongestReplacement ? null : new Macro(target, replacement);
    }

    /// <summary>The length of what the macro stands for at the start of a text, and what is put there; 0 where it does not stand there.</summary>
    public int Match(ReadOnlySpan<char> text, out string expanded)
    {
        expanded = replacement;
        if (!text.StartsWith(before, StringComparison.Ordinal))
        {
            return 0;
        }

        int at = before.Length;
        if (isTransposing)
        {
            if (at == text.Length || !LetterText.TryRead(text[at], out Letter letter, out int octave))
            {
                return 0;
            }

            for (at++; at < text.Length && text[at] is '\'' or ','; at++)
            {
                octave += text[at] == '\'' ? 1 : -1;
            }

            if (!text[at..].StartsWith(after, StringComparison.Ordinal))
            {
                return 0;
            }

            at += after.Length;
            expanded = Transposed((7 * octave) + (int)letter);
        }

        // '~G3' is not the beginning of '~G32' or '~G3/2'.
        bool goesOn = at < text.Length && char.IsAsciiDigit(text[at - 1]) && (char.IsAsciiDigit(text[at]) || text[at] == '/');
        return goesOn ? 0 : at;
    }

    private string Transposed(int staff)
    {
        StringBuilder text = new();
        foreach (char c in replacement)
        {
            if (c is >= 'h' and <= 'z')
            {
                int place = staff + c - 'n';
                int octave = (int)Math.Floor(place / 7.0);
                text.Append(NoteText.Of(null, (Letter)(place - (7 * octave)), octave));
            }
            else
            {
                text.Append(c);
            }
        }

        return text.ToString();
    }
}
