using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>What a study says of a claim.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerdictKind>))]
public enum VerdictKind
{
    /// <summary>Too little was seen to say either. It is not evidence against the claim.</summary>
    [JsonStringEnumMemberName("undetermined")]
    Undetermined,

    /// <summary>It holds here.</summary>
    [JsonStringEnumMemberName("supported")]
    Supported,

    /// <summary>It does not hold here.</summary>
    [JsonStringEnumMemberName("contradicted")]
    Contradicted,
}
