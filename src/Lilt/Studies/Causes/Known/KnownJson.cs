using System.Text.Json.Serialization;

namespace Lilt.Studies.Causes.Known;

/// <summary>How the table of known answers stands in JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(KnownTable))]
internal sealed partial class KnownJson : JsonSerializerContext;
