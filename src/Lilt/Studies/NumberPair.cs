using System.Text.Json;

namespace Lilt.Studies;

/// <summary>Two numbers in an array.</summary>
internal static class NumberPair
{
    public static (double First, double Second) Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        double first = reader.GetDouble();
        reader.Read();
        double second = reader.GetDouble();
        reader.Read();
        return reader.TokenType == JsonTokenType.EndArray ? (first, second) : throw new JsonException("Two numbers were expected.");
    }

    public static void Write(Utf8JsonWriter writer, double first, double second)
    {
        writer.WriteStartArray();
        writer.WriteRawValue(StudyJson.Text(first), skipInputValidation: true);
        writer.WriteRawValue(StudyJson.Text(second), skipInputValidation: true);
        writer.WriteEndArray();
    }
}
