using System.Text.Json;

namespace Lilt.Sweeping.Plans;

/// <summary>Reads the members of one object of a sweep's JSON; one that nobody asked for is an error.</summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly SortedSet<string> read = new(StringComparer.Ordinal);
    private readonly string where;

    /// <param name="element">The object.</param>
    /// <param name="where">What it is, as an error begins.</param>
    public JsonMembers(JsonElement element, string where)
    {
        this.where = where;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Fault("is no JSON object.");
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (!members.TryAdd(member.Name, member.Value))
            {
                throw Fault($"has '{member.Name}' twice.");
            }
        }
    }

    public SweepFormatException Fault(string what) => new($"{where} {what}");

    public bool Has(string name) => Find(name) is not null;

    public JsonElement? Find(string name)
    {
        read.Add(name);
        return members.TryGetValue(name, out JsonElement element) ? element : null;
    }

    public JsonElement Required(string name) => Find(name) ?? throw Fault($"lacks '{name}'.");

    /// <summary>The members of a list, or the one that stands for a list of it.</summary>
    public IReadOnlyList<JsonElement> List(string name)
    {
        JsonElement element = Required(name);
        JsonElement[] list = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : [element];
        return list.Length > 0 ? list : throw Fault($"'{name}' is an empty list: name at least one, or leave it out.");
    }

    public string Text(string name) => Text(name, Required(name));

    public string Text(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.String
            ? element.GetString()!
            : throw Fault($"'{name}' holds {Short(element)}, which is no text.");

    public long Whole(string name, long least, long most) => Whole(name, Required(name), least, most);

    public long? OptionalWhole(string name, long least, long most) => Find(name) is { } element ? Whole(name, element, least, most) : null;

    public long Whole(string name, JsonElement element, long least, long most) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt64(out long value) && value >= least && value <= most
            ? value
            : throw Fault(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"'{name}' holds {Short(element)}: it is a whole number from {least} to {most}."
                )
            );

    public bool Flag(string name) =>
        Find(name) is { } element
        && (
            element.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? element.GetBoolean()
                : throw Fault($"'{name}' is neither true nor false.")
        );

    public TChoice Choice<TChoice>(string name, TChoice? usual = null)
        where TChoice : struct, Enum
    {
        if (usual is { } value && !Has(name))
        {
            return value;
        }

        string text = Text(name);
        int at = Array.FindIndex(Enum.GetNames<TChoice>(), choice => choice.Equals(text, StringComparison.OrdinalIgnoreCase));
        return at >= 0
            ? Enum.GetValues<TChoice>()[at]
            : throw Fault($"'{name}' is '{text}': it is one of {string.Join(", ", Enum.GetNames<TChoice>()).ToLowerInvariant()}.");
    }

    /// <summary>An error if a member was not asked for.</summary>
    public void ThrowIfUnread()
    {
        if (members.Keys.FirstOrDefault(name => !read.Contains(name)) is { } strange)
        {
            throw Fault($"has '{strange}', which means nothing there; it takes {string.Join(", ", read)}.");
        }
    }

    public static string Short(JsonElement element)
    {
        const int Longest = 60;
        string text = element.GetRawText();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
