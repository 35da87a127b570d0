using System.Text.Json.Serialization;
using Lilt.Spectra;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7;

/// <summary>How the figures of part 7 stand in JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [
        typeof(DoubleText),
        typeof(PeriodText),
        typeof(BandText),
        typeof(IntervalText),
        typeof(EnumText<BoundUnitChoice>),
        typeof(EnumText<ControlHarm>),
        typeof(EnumText<ControlNull>),
        typeof(EnumText<CutSteps>),
        typeof(EnumText<PeakStanding>),
        typeof(EnumText<WindowShape>),
    ]
)]
[JsonSerializable(typeof(Part7Figures))]
internal sealed partial class Part7Json : JsonSerializerContext;
