using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lilt.Generation;
using Lilt.Spectra;
using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>How a study's numbers stand in JSON: seven significant digits, an infinite period as <c>"inf"</c>, never a number that is none.</summary>
/// <remarks>
/// Spectra are made in double with the platform's sines; their last digits are no part of a study, so that it is the same on every machine. What a study holds is
/// found from its record when Lilt is built: a member that is added there is written, and nothing is asked of the program's types while it runs.
/// </remarks>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters =
[
    typeof(DoubleText), typeof(PeriodText), typeof(BandText), typeof(IntervalText), typeof(EnumText<BoundUnitChoice>), typeof(EnumText<ControlHarm>), typeof(EnumText<ControlNull>),
    typeof(EnumText<CutSteps>), typeof(EnumText<DrawMode>), typeof(EnumText<PeakStanding>), typeof(EnumText<WindowShape>),
])]
[JsonSerializable(typeof(Study))]
internal sealed partial class StudyJson : JsonSerializerContext
{
    /// <summary>A study as study.json has it, on one line.</summary>
    public static string Text(Study study) => JsonSerializer.Serialize(study, Readable.Json.Study);

    /// <summary>A number as study.json and the tables write it.</summary>
    public static string Text(double value) => double.IsFinite(value)
        ? value.ToString("G7", CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"A study's number is {value}.");

    // Apart, since it needs the generated part's own options, and the order of static members over two files is not fixed.
    private static class Readable
    {
        public static readonly StudyJson Json = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
