using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lilt.Recording;

/// <summary>
/// How a recording's facts stand in <c>meta.json</c>, without reflection, which a program that is compiled ahead of time lacks.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.Never)]
[JsonSerializable(typeof(RecordingFacts))]
internal sealed partial class RecordingJson : JsonSerializerContext
{
    public static void Write(Stream stream, RecordingFacts facts) => JsonSerializer.Serialize(stream, facts, Readable.Json.RecordingFacts);

    /// <summary>Reads facts; what a file leaves out has its default.</summary>
    /// <exception cref="JsonException">They are no facts.</exception>
    public static RecordingFacts? Read(Stream stream)
    {
        // What is generated knows no defaults of members that are only set at the start; no temperature is 0.
        RecordingFacts? facts = JsonSerializer.Deserialize(stream, Readable.Json.RecordingFacts);
        return facts is { Temperature: 0 } ? facts with { Temperature = 1 } : facts;
    }

    // Apart, since it needs the generated part's own options, and the order of static members over two files is not fixed.
    private static class Readable
    {
        public static readonly RecordingJson Json = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
