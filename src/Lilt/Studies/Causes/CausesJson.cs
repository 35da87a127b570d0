using System.Text.Json.Serialization;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;

namespace Lilt.Studies.Causes;

/// <summary>How the figures of the study of causes stand in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(DoubleText),
        typeof(EnumText<BarRoad>),
        typeof(EnumText<CountDirection>),
        typeof(EnumText<CountedThing>),
        typeof(EnumText<StatePart>),
        typeof(EnumText<SubspaceKind>),
        typeof(EnumText<UnitRanking>),
    ]
)]
[JsonSerializable(typeof(CausesFigures))]
internal sealed partial class CausesJson : JsonSerializerContext;
