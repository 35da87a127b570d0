using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>A number in a study: seven significant digits, never one that is none.</summary>
internal sealed class DoubleText : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteRawValue(StudyJson.Text(value), skipInputValidation: true);
}
