using System.Text.Json.Nodes;

namespace Lilt.Studio.Tests;

/// <summary>A place in JSON, as <c>tunes.0.id</c>.</summary>
internal static class JsonPlace
{
    /// <summary>Puts a value there.</summary>
    public static void Set(JsonNode node, string where, JsonNode? value)
    {
        string[] names = where.Split('.');
        foreach (string name in names[..^1])
        {
            node = int.TryParse(name, out int place) ? node[place]! : node[name]!;
        }

        if (int.TryParse(names[^1], out int index))
        {
            node[index] = value;
        }
        else
        {
            node[names[^1]] = value;
        }
    }
}
