using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Searching;

namespace Lilt.Cli;

/// <summary>What a search found, as one JSON document.</summary>
internal static class FoundJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes it.</summary>
    public static void Write(
        SeedSearch search,
        Model model,
        TunePattern pattern,
        SeedSearchOptions options,
        List<FoundSeed> found,
        TextWriter output
    )
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, Readable))
        {
            string Text(IEnumerable<Token?> tokens) =>
                string.Join(' ', tokens.Select(token => token is { } known ? model.Vocabulary[known] : "*"));
            writer.WriteStartObject();
            writer.WriteString("model", model.Hash);
            writer.WriteString("placed", Text(pattern.Placed));
            writer.WriteStartArray("held");
            foreach (IReadOnlyList<Token?> fragment in pattern.Held)
            {
                writer.WriteStringValue(Text(fragment));
            }

            writer.WriteEndArray();
            writer.WriteNumber("temperature", options.Temperature);
            writer.WriteNumber("first", options.First.Value);
            writer.WriteNumber("seeds", search.Searched);
            writer.WriteNumber("beginningProbability", search.BeginningProbability);
            writer.WriteStartArray("found");
            foreach (FoundSeed seed in found)
            {
                writer.WriteStartObject();
                writer.WriteNumber("seed", seed.Seed.Value);
                writer.WriteNumber("step", seed.Steps);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(text.ToArray()));
    }
}
