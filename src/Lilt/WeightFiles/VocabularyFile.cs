using System.Text.Json;
using Lilt.Files;
using Lilt.Notation.Tokens;

namespace Lilt.WeightFiles;

/// <summary>Vocabularies as files keep them: a JSON list of texts in index order.</summary>
internal static class VocabularyFile
{
    private const long LargestFile = 16 << 20;
    private const string AsList = "Give a JSON list of all tokens in index order, [\"…\", \"<s>\", \"</s>\"].";

    /// <summary>Reads a file that holds a JSON list of texts.</summary>
    public static Vocabulary Read(string path)
    {
        string file = Path.GetFileName(path);
        using FileStream stream = GivenFile.Open(path);
        if (stream.Length > LargestFile)
        {
            throw new WeightFormatException(file, 0, "a vocabulary", $"a file of {stream.Length} bytes", AsList);
        }

        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return Parse(file, bytes);
    }

    /// <summary>Reads a JSON list of texts.</summary>
    public static Vocabulary Parse(string file, ReadOnlySpan<byte> json)
    {
        List<string> texts = [];
        Utf8JsonReader reader = new(json.StartsWith("\uFEFF"u8) ? json[3..] : json);
        try
        {
            Require(file, ref reader, JsonTokenType.StartArray, "a JSON list");
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                texts.Add(
                    reader.TokenType == JsonTokenType.String
                        ? JsonTexts.Read(ref reader)
                        : throw new WeightFormatException(
                            file,
                            reader.TokenStartIndex,
                            "a token's text",
                            $"a JSON {reader.TokenType}",
                            AsList
                        )
                );
            }

            if (reader.Read())
            {
                throw new WeightFormatException(file, reader.TokenStartIndex, "the end after the list", "more", AsList);
            }
        }
        catch (JsonException e)
        {
            throw new WeightFormatException(file, reader.BytesConsumed, "a JSON list of texts", "other text", AsList, e);
        }

        return Checked(file, texts);
    }

    /// <summary>The vocabulary of a list of texts, if it can be one.</summary>
    public static Vocabulary Checked(string file, IEnumerable<string> texts)
    {
        string[] list = [.. texts];
        return Vocabulary.Fault(list) is { } fault
            ? throw new WeightFormatException(file, 0, "a vocabulary of distinct texts with '<s>' and '</s>'", QuotedText.Of(fault), AsList)
            : new Vocabulary(list);
    }

    /// <summary>The vocabulary of a weight file and one that was given beside it: one may be missing, two must be equal.</summary>
    public static Vocabulary Agreed(string file, Vocabulary? kept, Vocabulary? given)
    {
        if (kept is null)
        {
            return given
                ?? throw new WeightFormatException(
                    file,
                    0,
                    "a vocabulary",
                    "none",
                    "Convert the file with 'lilt convert IN OUT --vocabulary FILE', FILE a JSON list of all tokens in index order."
                );
        }

        if (given is not null && !kept.Texts.SequenceEqual(given.Texts))
        {
            int at = 0;
            while (at < Math.Min(kept.Count, given.Count) && kept.Texts[at] == given.Texts[at])
            {
                at++;
            }

            string expected = at < given.Count ? QuotedText.Of(given.Texts[at]) : "the end";
            string found = at < kept.Count ? QuotedText.Of(kept.Texts[at]) : "the end";
            throw new WeightFormatException(
                file,
                0,
                $"the given vocabulary, {expected} at {at}",
                found,
                "Leave the vocabulary out: this file holds its own."
            );
        }

        return kept;
    }

    private static void Require(string file, ref Utf8JsonReader reader, JsonTokenType type, string expected)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw new WeightFormatException(file, reader.TokenStartIndex, expected, $"a JSON {reader.TokenType}", AsList);
        }
    }
}
