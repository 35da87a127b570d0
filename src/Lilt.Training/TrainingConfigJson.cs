using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Lilt.Training;

/// <summary>How a recipe stands in JSON, without reflection, which a program that is compiled ahead of time lacks.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true
)]
[JsonSerializable(typeof(TrainingConfig))]
internal sealed partial class TrainingConfigJson : JsonSerializerContext
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Write(TrainingConfig config) => JsonSerializer.Serialize(config, ByName.Json.TrainingConfig);

    /// <summary>Reads a recipe; what it leaves out has its default.</summary>
    /// <exception cref="JsonException">The text is no recipe; the message says where and why.</exception>
    public static TrainingConfig Read(string text)
    {
        // Read as it stands first, since its faults have places. What is generated knows no defaults of members that are only set at the
        // start: for the second reading they stand there, under what the recipe says.
        _ = JsonSerializer.Deserialize(text, ByName.Json.TrainingConfig) ?? throw new JsonException("null is no recipe");
        JsonObject whole = JsonNode.Parse(Write(new TrainingConfig()))!.AsObject();
        using JsonDocument given = JsonDocument.Parse(text, Lenient);
        foreach (JsonProperty member in given.RootElement.EnumerateObject())
        {
            whole[member.Name] = JsonValue.Create(member.Value.Clone());
        }

        return whole.Deserialize(ByName.Json.TrainingConfig)!;
    }

    // Apart, since it needs the generated part's own options, and the order of static members over two files is not fixed.
    private static class ByName
    {
        public static readonly TrainingConfigJson Json = new(
            new JsonSerializerOptions(Default.Options)
            {
                Converters =
                {
                    new JsonStringEnumConverter<OptimizerKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                    new JsonStringEnumConverter<ScheduleKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                    new JsonStringEnumConverter<LossMean>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
                },
            }
        );
    }
}
