using System.Text.Json.Serialization;
using Lilt.Spectra;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Look;

/// <summary>How the figures of a first look stand in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(DoubleText),
        typeof(PeriodText),
        typeof(EnumText<BoundUnitChoice>),
        typeof(EnumText<PeakStanding>),
        typeof(EnumText<WindowShape>),
    ]
)]
[JsonSerializable(typeof(LookFigures))]
internal sealed partial class LookJson : JsonSerializerContext;
