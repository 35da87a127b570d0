using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>What a measure that is held against a meter is. Source: docs/definitions/counting.md.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureVerdict>))]
[SuppressMessage("Naming", "CA1720", Justification = "Short and long measures, not number types.")]
public enum MeasureVerdict
{
    /// <summary>As long as the meter says.</summary>
    [JsonStringEnumMemberName("full")]
    Full,

    /// <summary>Longer.</summary>
    [JsonStringEnumMemberName("long")]
    Long,

    /// <summary>Shorter, and nothing makes it whole.</summary>
    [JsonStringEnumMemberName("short")]
    Short,

    /// <summary>Shorter, and what comes before it in playing makes it whole; or the tune's first.</summary>
    [JsonStringEnumMemberName("pickup")]
    Pickup,

    /// <summary>Shorter, and what follows it in playing makes it whole.</summary>
    [JsonStringEnumMemberName("complement")]
    Complement,

    /// <summary>Shorter, and its neighbour across a bar inside the tune makes it whole.</summary>
    [JsonStringEnumMemberName("split")]
    Split,

    /// <summary>Nothing that takes time stands in it.</summary>
    [JsonStringEnumMemberName("empty")]
    Empty,
}
