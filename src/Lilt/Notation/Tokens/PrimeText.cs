namespace Lilt.Notation.Tokens;

/// <summary>A prime as a person types it, tokens with blanks between: <c>M:6/8 K:Cdor |: *</c>.</summary>
public sealed record PrimeText
{
    /// <summary>The word that takes a drawn token.</summary>
    public const string Drawn = "*";

    private const int NearestShown = 5;

    private PrimeText(IReadOnlyList<Token?> tokens, PrimeFault? fault)
    {
        Tokens = tokens;
        Fault = fault;
    }

    /// <summary>The tokens after the start token; null takes a drawn token. Empty where there is a fault.</summary>
    public IReadOnlyList<Token?> Tokens { get; }

    /// <summary>The first word that the vocabulary lacks; null where there is none.</summary>
    public PrimeFault? Fault { get; }

    /// <summary>Reads a prime. A start token in the first place is left out: every tune has it.</summary>
    /// <param name="text">Tokens parted by any blanks; empty for no prime.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    public static PrimeText Parse(string text, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        List<Token?> tokens = [];
        int place = 0;
        for (int position = 0; position < text.Length; )
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            int start = position;
            while (position < text.Length && !char.IsWhiteSpace(text[position]))
            {
                position++;
            }

            string word = text[start..position];
            place++;
            if (word == Drawn && !vocabulary.TryFind(Drawn, out _))
            {
                tokens.Add(null);
            }
            else if (!vocabulary.TryFind(word, out Token token))
            {
                return new PrimeText([], new PrimeFault(word, place, start + 1, Nearest(word, vocabulary)));
            }
            else if (token != vocabulary.Start || place > 1)
            {
                tokens.Add(token);
            }
        }

        return new PrimeText(tokens, null);
    }

    /// <summary>A prime as it is typed.</summary>
    /// <param name="tokens">Its tokens; null takes a drawn one.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    public static string Of(IEnumerable<Token?> tokens, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return string.Join(' ', tokens.Select(token => token is { } known ? vocabulary[known] : Drawn));
    }

    /// <summary>Up to five tokens of a vocabulary, the fewest edits from a word first.</summary>
    internal static List<string> Nearest(string word, Vocabulary vocabulary)
    {
        List<(int Distance, int Index)> ranked = [];
        for (int index = 0; index < vocabulary.Count; index++)
        {
            ranked.Add((EditDistance(word, vocabulary.Texts[index]), index));
        }

        ranked.Sort();
        return ranked.GetRange(0, Math.Min(NearestShown, ranked.Count)).ConvertAll(pair => vocabulary.Texts[pair.Index]);
    }

    // Levenshtein's distance; a change of case alone costs little beside the other edits, so 'k:cmaj' finds 'K:Cmaj' first.
    private static int EditDistance(string a, string b)
    {
        const int Edit = 4;
        int[] row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            row[j] = j * Edit;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i * Edit;
            for (int j = 1; j <= b.Length; j++)
            {
                int change =
                    a[i - 1] == b[j - 1] ? 0
                    : char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 1
                    : Edit;
                int best = Math.Min(diagonal + change, Math.Min(row[j], row[j - 1]) + Edit);
                diagonal = row[j];
                row[j] = best;
            }
        }

        return row[b.Length];
    }
}
