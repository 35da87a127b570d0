using System.Text.Json;
using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>A band in a study: its shortest and its longest period in steps, <c>[8.7,9.3]</c>.</summary>
internal sealed class BandText : JsonConverter<Band>
{
    public override Band Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (double shortest, double longest) = NumberPair.Read(ref reader);
        return new Band(shortest, longest);
    }

    public override void Write(Utf8JsonWriter writer, Band value, JsonSerializerOptions options) =>
        NumberPair.Write(writer, value.Shortest.Steps, value.Longest.Steps);
}
