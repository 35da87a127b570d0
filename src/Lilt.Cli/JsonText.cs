using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Spectra;

namespace Lilt.Cli;

/// <summary>How the spectra's values stand in JSON.</summary>
internal static class JsonText
{
    /// <summary>Lines and indents.</summary>
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>A number of steps; an infinite period is the text <c>inf</c>.</summary>
    public static JsonNode Of(Period period) =>
        double.IsPositiveInfinity(period.Steps) ? JsonValue.Create("inf") : JsonValue.Create(period.Steps);

    /// <summary>A value of an enumeration as the command line has it.</summary>
    public static string Name(Enum value) => value.ToString().ToLowerInvariant();
}
