using System.Text.Json;
using Lilt.Network;

namespace Lilt.Operations;

/// <summary>One object of a plan's JSON: members are asked for by name, and one that nobody asked for is an error.</summary>
internal sealed class PlanObject
{
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = [];
    private readonly string where;

    public PlanObject(JsonElement element, string where)
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

    public PlanFormatException Fault(string what) => new($"{where} {what}");

    /// <summary>An error if a member was not asked for.</summary>
    public void ThrowIfUnread()
    {
        foreach (string name in members.Keys)
        {
            if (!read.Contains(name))
            {
                throw Fault($"has '{name}', which means nothing there; it takes {string.Join(", ", read.Order(StringComparer.Ordinal))}.");
            }
        }
    }

    public IEnumerable<JsonElement> List(string name) => Required(name) is { ValueKind: JsonValueKind.Array } list
        ? list.EnumerateArray()
        : throw Fault($"'{name}' is no list.");

    public string Text(string name) => OptionalText(name) ?? throw Fault($"lacks '{name}'.");

    public string? OptionalText(string name) => Find(name) is not { } element ? null : AsText(name, element);

    public int Whole(string name) => OptionalWhole(name) ?? throw Fault($"lacks '{name}'.");

    public int? OptionalWhole(string name) => Find(name) is not { } element ? null : AsWhole(name, element);

    public bool OptionalFlag(string name) => Find(name) is { } element && (element.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? element.GetBoolean()
        : throw Fault($"'{name}' is neither true nor false."));

    public uint Seed(string name) => Find(name) is not { } element ? 0
        : element.ValueKind == JsonValueKind.Number && element.TryGetUInt32(out uint seed) ? seed
        : throw Fault($"'{name}' is no seed: a whole number from 0 to {uint.MaxValue}.");

    public Site Site(string name) => Network.Site.TryParse(Text(name), out Site site)
        ? site
        : throw Fault($"'{name}' is '{Text(name)}': a site is L1.i, L1.f, L1.g, L1.o, L1.c, L1.h with the layer's number, input, logits or posterior.");

    public IReadOnlyList<string> Texts(string name) => OptionalTexts(name) ?? throw Fault($"lacks '{name}'.");

    /// <summary>A list of texts; one text stands for a list of one.</summary>
    public IReadOnlyList<string>? OptionalTexts(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(element => AsText(name, element))],
        { } element => [AsText(name, element)],
    };

    /// <summary>A number, or a list of them.</summary>
    public IReadOnlyList<double> NumberOrNumbers(string name) => OptionalNumbers(name) ?? throw Fault($"lacks '{name}'.");

    public IReadOnlyList<double>? OptionalNumbers(string name) => Find(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(element => AsNumber(name, element))],
        { } element => [AsNumber(name, element)],
    };

    /// <summary>An object of numbers by name; the text -inf is minus infinity.</summary>
    public IReadOnlyDictionary<string, double> Numbers(string name)
    {
        if (Required(name) is not { ValueKind: JsonValueKind.Object } element)
        {
            throw Fault($"'{name}' is no object of numbers by token.");
        }

        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            double number = member.Value is { ValueKind: JsonValueKind.String } && member.Value.GetString() == "-inf"
                ? double.NegativeInfinity
                : AsNumber(name, member.Value);
            if (!numbers.TryAdd(member.Name, number))
            {
                throw Fault($"'{name}' has '{member.Name}' twice.");
            }
        }

        return numbers;
    }

    /// <summary>A list of two: the first step and the last, or null for the end.</summary>
    public StepRange? Steps(string name)
    {
        if (Find(name) is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            throw Fault($"'{name}' is a list of two: the first step, and the last or null for the tune's end.");
        }

        return new StepRange(AsWhole(name, element[0]), element[1].ValueKind == JsonValueKind.Null ? null : AsWhole(name, element[1]));
    }

    /// <summary>The units: "all", numbers, or texts of tokens.</summary>
    public UnitSet Units()
    {
        JsonElement element = Required("units");
        if (element.ValueKind == JsonValueKind.String && element.GetString() == "all")
        {
            return UnitSet.All;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Fault("'units' is \"all\", a list of numbers, or of tokens' texts.");
        }

        JsonElement[] list = [.. element.EnumerateArray()];
        return list.Length > 0 && list[0].ValueKind == JsonValueKind.String
            ? UnitSet.OfTokens(list.Select(one => AsText("units", one)))
            : UnitSet.Of(list.Select(one => AsWhole("units", one)));
    }

    private JsonElement? Find(string name)
    {
        read.Add(name);
        return members.TryGetValue(name, out JsonElement element) ? element : null;
    }

    private JsonElement Required(string name) => Find(name) ?? throw Fault($"lacks '{name}'.");

    private string AsText(string name, JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : throw Fault($"'{name}' holds {element.GetRawText()}, which is no text.");

    private int AsWhole(string name, JsonElement element) => element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int whole)
        ? whole
        : throw Fault($"'{name}' holds {element.GetRawText()}, which is no whole number.");

    private double AsNumber(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && float.IsFinite((float)number)
            ? number
            : throw Fault($"'{name}' holds {element.GetRawText()}, which is no number that a network can hold.");
}
