using System.Text.Json;
using System.Text.Json.Serialization;
using Lilt.Studies.Control;

namespace Lilt.Studies.Part7;

/// <summary>An interval in a study: its lower and its upper end, <c>[-0.3,0.1]</c>.</summary>
internal sealed class IntervalText : JsonConverter<ControlInterval>
{
    public override ControlInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        (double low, double high) = NumberPair.Read(ref reader);
        return new ControlInterval(low, high);
    }

    public override void Write(Utf8JsonWriter writer, ControlInterval value, JsonSerializerOptions options) =>
        NumberPair.Write(writer, value.Low, value.High);
}
