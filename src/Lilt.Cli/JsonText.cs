using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Assessment;
using Lilt.Spectra;

namespace Lilt.Cli;

/// <summary>How values stand in JSON, and one document of them.</summary>
internal static class JsonText
{
    /// <summary>Lines and indents.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes one document, an object, and a line's end.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="members">Writes its members.</param>
    public static void WriteDocument(TextWriter output, Action<Utf8JsonWriter> members)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Readable))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(text.ToArray()));
    }

    /// <summary>A number with its interval as a member; null where it is not defined.</summary>
    public static void Write(Utf8JsonWriter json, string name, Estimate? estimate)
    {
        if (estimate is not { IsDefined: true } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", known.Value);
        json.WriteNumber("low", known.Low);
        json.WriteNumber("high", known.High);
        json.WriteNumber("tunes", known.Tunes);
        json.WriteEndObject();
    }

    /// <summary>A number of steps; an infinite period is the text <c>inf</c>.</summary>
    public static JsonNode Of(Period period) =>
        double.IsPositiveInfinity(period.Steps) ? JsonValue.Create("inf") : JsonValue.Create(period.Steps);

    /// <summary>A value of an enumeration as the command line has it.</summary>
    public static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
