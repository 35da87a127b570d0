using System.Collections.ObjectModel;

namespace Lilt.Notation.Tokens;

/// <summary>The V tokens that a network reads and writes, in index order.</summary>
/// <remarks>Immutable. Token texts are distinct, and the start and end tokens are among them.</remarks>
public sealed class Vocabulary
{
    /// <summary>The text of the token that every tune starts from.</summary>
    public const string StartText = "<s>";

    /// <summary>The text of the token that ends a tune.</summary>
    public const string EndText = "</s>";

    private readonly string[] texts;
    private readonly Dictionary<string, Token> tokens;

    /// <param name="texts">The tokens' texts in index order.</param>
    /// <exception cref="ArgumentException">A text is empty, stands twice, or the start or end token is missing.</exception>
    public Vocabulary(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        this.texts = [.. texts];
        if (Fault(this.texts) is { } fault)
        {
            throw new ArgumentException(fault, nameof(texts));
        }

        tokens = this.texts.Index().ToDictionary(text => text.Item, text => new Token(text.Index), StringComparer.Ordinal);
        Start = tokens[StartText];
        End = tokens[EndText];
        Texts = new ReadOnlyCollection<string>(this.texts);
    }

    /// <summary>V, the number of tokens.</summary>
    public int Count => texts.Length;

    /// <summary>All texts in index order.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The token that every tune starts from, <c>&lt;s&gt;</c>.</summary>
    public Token Start { get; }

    /// <summary>The token that ends a tune, <c>&lt;/s&gt;</c>.</summary>
    public Token End { get; }

    /// <summary>The text of a token.</summary>
    public string this[Token token] => texts[token.Index];

    /// <summary>Finds the token with a text.</summary>
    public bool TryFind(string text, out Token token) => tokens.TryGetValue(text, out token);

    /// <summary>
    /// Finds the token of a meter: its numbers, as <c>M:6/8</c>; where 2/2 (<c>C|</c>) has none, that of 4/4, whose measure is as long and
    /// in which reels and hornpipes are written as well.
    /// </summary>
    public bool TryFind(Meter meter, out Token token)
    {
        ArgumentNullException.ThrowIfNull(meter);
        return TryFind("M:" + meter.Numbers, out token) || (meter is { Numerator: 2, Denominator: 2 } && TryFind("M:4/4", out token));
    }

    /// <summary>Why a list of texts is no vocabulary, in a sentence; null where it is one.</summary>
    internal static string? Fault(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> places = new(texts.Count, StringComparer.Ordinal);
        for (int index = 0; index < texts.Count; index++)
        {
            if (string.IsNullOrEmpty(texts[index]))
            {
                return $"Token {index} has no text.";
            }

            if (!places.TryAdd(texts[index], index))
            {
                return $"'{texts[index]}' stands at {places[texts[index]]} and at {index}.";
            }
        }

        string? lacking = new[] { StartText, EndText }.FirstOrDefault(text => !places.ContainsKey(text));
        return lacking is null ? null : $"The vocabulary lacks '{lacking}'.";
    }
}
