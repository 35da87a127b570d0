using System.Text.Json;
using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>A period in a study: a number as the others, an infinite one as <c>"inf"</c>.</summary>
internal sealed class PeriodText : JsonConverter<Period>
{
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? Period.Infinite : new Period(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options)
    {
        if (double.IsPositiveInfinity(value.Steps))
        {
            writer.WriteStringValue("inf");
        }
        else
        {
            writer.WriteRawValue(StudyJson.Text(value.Steps), skipInputValidation: true);
        }
    }
}
