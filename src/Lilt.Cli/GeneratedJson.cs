using System.Text;
using System.Text.Json;

namespace Lilt.Cli;

/// <summary>
/// The tunes of <c>lilt generate --json</c> as folk-rnn's token text, one tune a line, as <c>--format tokens</c> writes them.
/// </summary>
internal static class GeneratedJson
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Whether a text is JSON of that kind: no ABC and no token text begins with a list of objects.</summary>
    public static bool Begins(string text)
    {
        ReadOnlySpan<char> start = text.AsSpan().TrimStart();
        return start is ['[', ..] && start[1..].TrimStart() is [] or ['{' or ']', ..];
    }

    /// <summary>The tunes' tokens, one tune a line.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="path">For the error.</param>
    /// <exception cref="InputException">It is damaged, or holds no tokens.</exception>
    public static string Tokens(string text, string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Lenient);
            StringBuilder lines = new();
            int place = 0;
            foreach (JsonElement tune in document.RootElement.EnumerateArray())
            {
                place++;
                if (
                    tune.ValueKind != JsonValueKind.Object
                    || !tune.TryGetProperty("tokens", out JsonElement tokens)
                    || tokens.ValueKind != JsonValueKind.Array
                    || tokens
                        .EnumerateArray()
                        .Any(token => token.ValueKind != JsonValueKind.String || token.GetString()!.Any(char.IsWhiteSpace))
                )
                {
                    throw new InputException(
                        $"{path}: tune {place} has no 'tokens', a list of texts without blanks: give what 'lilt generate --json' wrote."
                    );
                }

                lines.AppendJoin(' ', tokens.EnumerateArray().Select(token => token.GetString())).Append('\n');
            }

            return lines.ToString();
        }
        catch (JsonException e)
        {
            throw new InputException(
                $"{path}: it begins as the JSON of 'lilt generate', and line {e.LineNumber + 1} is damaged, or the file ends too early: write it again."
            );
        }
    }
}
