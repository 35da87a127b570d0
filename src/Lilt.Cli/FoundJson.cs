using System.Text.Json;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Searching;

namespace Lilt.Cli;

/// <summary>What a search found, as one JSON document.</summary>
internal static class FoundJson
{
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
        JsonText.WriteDocument(
            output,
            writer =>
            {
                writer.WriteString("model", model.Hash);
                writer.WriteString("placed", PrimeText.Of(pattern.Placed, model.Vocabulary));
                writer.WriteStartArray("held");
                foreach (IReadOnlyList<Token?> fragment in pattern.Held)
                {
                    writer.WriteStringValue(PrimeText.Of(fragment, model.Vocabulary));
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
            }
        );
    }
}
