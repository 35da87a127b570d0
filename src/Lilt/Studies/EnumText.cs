using System.Text.Json.Serialization;

namespace Lilt.Studies;

/// <summary>A member of an enumeration in a study: its words.</summary>
internal sealed class EnumText<TEnum>() : JsonStringEnumConverter<TEnum>(EnumWords.Policy, allowIntegerValues: false)
    where TEnum : struct, Enum;
