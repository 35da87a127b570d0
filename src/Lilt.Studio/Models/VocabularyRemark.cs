using System.Globalization;
using Lilt.Notation.Tokens;

namespace Lilt.Studio.Models;

/// <summary>What of a network's vocabulary Lilt cannot write out as music.</summary>
internal static class VocabularyRemark
{
    private const int MostNamed = 3;

    /// <summary>A sentence or two; null where all of the vocabulary is known.</summary>
    public static string? Of(Vocabulary vocabulary)
    {
        string[] unknown = [.. TokenKinds.Select(vocabulary, TokenKind.Unknown).Select(token => vocabulary[token])];
        string[] lacking =
        [
            .. new[] { (TokenKind.Pitch, "notes"), (TokenKind.Measure, "bars"), (TokenKind.Meter, "meters"), (TokenKind.Key, "keys") }
                .Where(kind => TokenKinds.Select(vocabulary, kind.Item1).Count == 0)
                .Select(kind => kind.Item2),
        ];
        List<string> said = [];
        if (unknown.Length > 0)
        {
            string named = string.Join(", ", unknown.Take(MostNamed).Select(text => $"“{text}”"));
            said.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{unknown.Length} of its {vocabulary.Count} tokens are none of folk-rnn's ({named}{(unknown.Length > MostNamed ? ", …" : "")}): what it writes with them is shown as tokens and not as music."
                )
            );
        }

        if (lacking.Length > 0)
        {
            said.Add($"It has no tokens for {string.Join(", ", lacking)}.");
        }

        return said.Count == 0 ? null : string.Join(' ', said);
    }
}
