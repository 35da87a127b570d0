using System.Text.Json.Serialization;
using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>What of a unit is bound to an event.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoundSignal>))]
public enum BoundSignal
{
    /// <summary>Its h.</summary>
    [JsonStringEnumMemberName("h")]
    Hidden,

    /// <summary>|h|: a unit may mark an event by either sign, or by silence.</summary>
    [JsonStringEnumMemberName("|h|")]
    Magnitude,
}
