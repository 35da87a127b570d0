using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lilt.Randomness;

/// <summary>A seed in JSON: the number alone. Files hold seeds that somebody named, so one over <see cref="Seed.Largest"/> is none.</summary>
internal sealed class SeedText : JsonConverter<Seed>
{
    public override Seed Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt32(out uint seed)
            ? seed
            : throw new JsonException($"A seed is a whole number from 0 to {Seed.Largest}.");

    public override void Write(Utf8JsonWriter writer, Seed value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.OfTunes());
}
