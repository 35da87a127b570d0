using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>A study's figures in its JSON: the record of its kind.</summary>
internal sealed class StudyFiguresText : JsonConverter<StudyFigures>
{
    public override StudyFigures Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Which figures there are only the study's kind says.");

    public override void Write(Utf8JsonWriter writer, StudyFigures value, JsonSerializerOptions options) => value.Write(writer);
}
