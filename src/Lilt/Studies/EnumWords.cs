using System.Text.Json;

namespace Lilt.Studies;

/// <summary>The members of an enumeration as words: in JSON, in tables and in sentences the same ones.</summary>
internal static class EnumWords
{
    /// <summary>For JSON: <c>BetweenBars</c> is written "between bars".</summary>
    public static readonly JsonNamingPolicy Policy = new Spaced();

    /// <summary>A member in words.</summary>
    public static string Of<TEnum>(TEnum member)
        where TEnum : struct, Enum => Policy.ConvertName(member.ToString());

    private sealed class Spaced : JsonNamingPolicy
    {
        public override string ConvertName(string name) => SnakeCaseLower.ConvertName(name).Replace('_', ' ');
    }
}
