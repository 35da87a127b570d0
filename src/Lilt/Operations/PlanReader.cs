using System.Text.Json;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Reads the members of one object of a plan's JSON; one that nobody asked for is an error.</summary>
internal sealed class PlanReader : IPlanMembers
{
    /// <summary>What stands for every unit.</summary>
    public const string AllUnits = "all";

    /// <summary>What stands for minus infinity, which JSON has no number for.</summary>
    public const string MinusInfinity = "-inf";

    // A text of JSON may escape one; no text of .NET's JSON reader can be made of it.
    private const string HalfACharacter = "a \\u escape stands for half a character";

    private readonly Dictionary<string, JsonElement> members = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = [];
    private readonly string where;
    private readonly int? operation;

    /// <param name="element">The object.</param>
    /// <param name="where">What it is, as an error begins.</param>
    /// <param name="operation">Its place in the plan, from 0, where it is an operation.</param>
    public PlanReader(JsonElement element, string where, int? operation = null)
    {
        this.where = where;
        this.operation = operation;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Fault("is no JSON object.");
        }

        foreach (JsonProperty member in element.EnumerateObject())
        {
            string name = NameOf(member);
            if (!members.TryAdd(name, member.Value))
            {
                throw Fault($"has '{name}' twice.");
            }
        }
    }

    public PlanFormatException Fault(string what) => operation is { } place ? new(place, $"{where} {what}") : new($"{where} {what}");

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

    public IEnumerable<JsonElement> List(string name) =>
        Required(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : throw Fault($"'{name}' is no list.");

    public string Text(string name, string? value) => AsText(name, Required(name));

    public string Text(string name, string? value, string usual) => Find(name) is { } element ? AsText(name, element) : usual;

    public int Whole(string name, int? value) => AsWhole(name, Required(name));

    public int? OptionalWhole(string name, int? value) => Find(name) is { } element ? AsWhole(name, element) : null;

    public bool Flag(string name, bool value) =>
        Find(name) is { } element
        && (
            element.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? element.GetBoolean()
                : throw Fault($"'{name}' is neither true nor false.")
        );

    public Seed Seed(string name, Seed value) =>
        Find(name) is not { } element ? 0u
        : element.ValueKind == JsonValueKind.Number && element.TryGetUInt32(out uint seed) ? seed
        : throw Fault($"'{name}' is no seed: a whole number from 0 to {uint.MaxValue}.");

    public Site Site(string name, Site? value) => AsSite(name, Required(name));

    public SiteSet Sites(string name, SiteSet? value)
    {
        JsonElement element = Required(name);
        Site[] sites =
            element.ValueKind == JsonValueKind.Array
                ? [.. element.EnumerateArray().Select(one => AsSite(name, one))]
                : [AsSite(name, element)];
        return sites.Length > 0 && sites.Distinct().Count() == sites.Length
            ? new SiteSet(sites)
            : throw Fault($"'{name}' is a site, or a list of sites, each once.");
    }

    public string? OptionalText(string name, string? value) => Find(name) is { } element ? AsText(name, element) : null;

    private Site AsSite(string name, JsonElement element)
    {
        string text = AsText(name, element);
        return Network.Site.TryParse(text, out Site site)
            ? site
            : throw Fault(
                $"'{name}' is '{text}': a site is L1.i, L1.f, L1.g, L1.o, L1.c, L1.h with the layer's number, input, logits or posterior."
            );
    }

    public IReadOnlyList<string> Texts(string name, IReadOnlyList<string>? value) => OptionalTexts(name, value) ?? throw Lacks(name);

    public IReadOnlyList<string>? OptionalTexts(string name, IReadOnlyList<string>? value) =>
        Find(name) switch
        {
            null => null,
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(element => AsText(name, element))],
            { } element => [AsText(name, element)],
        };

    public IReadOnlyList<double> Numbers(string name, IReadOnlyList<double>? value, IReadOnlyList<double>? usual = null) =>
        Find(name) switch
        {
            null => usual ?? throw Lacks(name),
            { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(element => AsNumber(name, element))],
            { } element => [AsNumber(name, element)],
        };

    public IReadOnlyDictionary<string, double> NumbersByToken(string name, IReadOnlyDictionary<string, double>? value)
    {
        if (Required(name) is not { ValueKind: JsonValueKind.Object } element)
        {
            throw Fault($"'{name}' is no object of numbers by token.");
        }

        Dictionary<string, double> numbers = new(StringComparer.Ordinal);
        foreach (JsonProperty member in element.EnumerateObject())
        {
            double number =
                member.Value is { ValueKind: JsonValueKind.String } && member.Value.ValueEquals(MinusInfinity)
                    ? double.NegativeInfinity
                    : AsNumber(name, member.Value);
            string token = NameOf(member);
            if (!numbers.TryAdd(token, number))
            {
                throw Fault($"'{name}' has '{token}' twice.");
            }
        }

        return numbers;
    }

    public StepRange? Steps(string name, StepRange? value, StepRange? usual)
    {
        if (Find(name) is not { } element)
        {
            return usual;
        }

        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() != 2)
        {
            throw Fault($"'{name}' is a list of two: the first step, and the last or null for the tune's end.");
        }

        return new StepRange(AsWhole(name, element[0]), element[1].ValueKind == JsonValueKind.Null ? null : AsWhole(name, element[1]));
    }

    public bool IsInMemory(string name, object? from) => false;

    public UnitSet Units(string name, UnitSet? value)
    {
        JsonElement element = Required(name);
        if (element.ValueKind == JsonValueKind.String && element.ValueEquals(AllUnits))
        {
            return UnitSet.All;
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Fault($"'{name}' is \"{AllUnits}\", a list of numbers, or of tokens' texts.");
        }

        JsonElement[] list = [.. element.EnumerateArray()];
        return list.Length > 0 && list[0].ValueKind == JsonValueKind.String
            ? UnitSet.OfTokens(list.Select(one => AsText(name, one)))
            : UnitSet.Of(list.Select(one => AsWhole(name, one)));
    }

    private JsonElement? Find(string name)
    {
        read.Add(name);
        return members.TryGetValue(name, out JsonElement element) ? element : null;
    }

    private JsonElement Required(string name) => Find(name) ?? throw Lacks(name);

    private PlanFormatException Lacks(string name) => Fault($"lacks '{name}'.");

    private string AsText(string name, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Fault($"'{name}' holds {element.GetRawText()}, which is no text.");
        }

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Fault($"'{name}' holds {element.GetRawText()}, in which {HalfACharacter}.");
        }
    }

    private string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            throw Fault($"has a member in whose name {HalfACharacter}.");
        }
    }

    private int AsWhole(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int whole)
            ? whole
            : throw Fault($"'{name}' holds {element.GetRawText()}, which is no whole number.");

    private double AsNumber(string name, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out double number) && float.IsFinite((float)number)
            ? number
            : throw Fault($"'{name}' holds {element.GetRawText()}, which is no number that a network can hold.");
}
