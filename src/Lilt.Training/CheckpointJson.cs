using System.Text.Json.Serialization;

namespace Lilt.Training;

/// <summary>How a checkpoint's header stands in JSON, without reflection, which a program that is compiled ahead of time lacks.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(Checkpoint.Header))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
