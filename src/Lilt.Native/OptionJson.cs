using System.Text.Json.Serialization;

namespace Lilt.Native;

/// <summary>Reads what the caller gives as JSON, and writes what it is told, without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Dictionary<string, string>))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(PlanBinding[]))]
[JsonSerializable(typeof(ModelFacts))]
[JsonSerializable(typeof(PlaceFacts[]))]
[JsonSerializable(typeof(CountFacts))]
internal sealed partial class OptionJson : JsonSerializerContext;
