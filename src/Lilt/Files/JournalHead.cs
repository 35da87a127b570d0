using System.Text.Json.Serialization;

namespace Lilt.Files;

/// <summary>The first line of a journal.</summary>
internal sealed record JournalHead(string Format, string Origin, Dictionary<string, string> Settings);

/// <summary>How it stands in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(JournalHead))]
internal sealed partial class JournalJson : JsonSerializerContext;
