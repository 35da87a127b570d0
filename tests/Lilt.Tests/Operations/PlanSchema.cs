using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Recording;
using Lilt.Tests.Studies;
using Xunit;

namespace Lilt.Tests.Operations;

/// <summary>
/// The form of plans as JSON Schema, made by naming the members of every operation as the reader does: what each takes, whatever else it
/// says. Which values go together is the reader's own, and said in docs/operations.md.
/// </summary>
internal sealed class PlanSchema : IPlanMembers
{
    private static readonly XmlDescriptions Descriptions = new(typeof(OperationPlan).Assembly);

    private readonly string op;
    private readonly Dictionary<string, Enum> chosen;
    private readonly Dictionary<string, Enum[]> choices = [];
    private readonly JsonObject members = [];
    private readonly List<string> required = [];

    private PlanSchema(string op, Dictionary<string, Enum> chosen)
    {
        this.op = op;
        this.chosen = chosen;
    }

    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        JsonObject definitions = new()
        {
            ["Plan"] = Object(
                new JsonObject
                {
                    ["operations"] = new JsonObject { ["type"] = "array", ["items"] = Reference("Operation") },
                },
                ["operations"],
                Descriptions.Of(typeof(OperationPlan))
            ),
        };
        SortedDictionary<string, JsonNode> kinds = new(StringComparer.Ordinal);
        foreach (string name in PlanJson.Names)
        {
            (Type type, JsonObject form) = Form(name);
            if (kinds.TryGetValue(type.Name, out JsonNode? known))
            {
                // Operations of one type have one form, but for their name.
                known["properties"]!["op"]!["enum"]!.AsArray().Add(name);
                form["properties"]!["op"] = known["properties"]!["op"]!.DeepClone();
                Assert.True(JsonNode.DeepEquals(known, form), name);
            }
            else
            {
                kinds[type.Name] = form;
            }
        }

        definitions["Operation"] = new JsonObject { ["oneOf"] = new JsonArray([.. kinds.Keys.Select(Reference)]) };
        foreach ((string name, JsonNode form) in kinds)
        {
            definitions[name] = form;
        }

        definitions["Edge"] = Names(Enum.GetValues<Edge>(), Descriptions.Of(typeof(Edge)));
        definitions["Steps"] = new JsonObject
        {
            ["type"] = "array",
            ["prefixItems"] = new JsonArray(Kind("integer"), new JsonObject { ["type"] = new JsonArray("integer", "null") }),
            ["items"] = false,
            ["minItems"] = 2,
            ["description"] = Descriptions.Of(typeof(StepRange)),
        };
        definitions["Units"] = new JsonObject
        {
            ["oneOf"] = new JsonArray(new JsonObject { ["const"] = PlanReader.AllUnits }, List(Kind("integer")), List(Kind("string"))),
            ["description"] = Descriptions.Of(typeof(UnitSet)),
        };
        JsonObject root = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = "#/$defs/Plan",
            ["description"] = "What each member does, and which go together, is said in docs/operations.md.",
            ["$defs"] = definitions,
        };
        JsonSerializerOptions readable = new()
        {
            WriteIndented = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NewLine = "\n",
        };
        return root.ToJsonString(readable) + "\n";
    }

    /// <summary>The form of an operation: what it takes with one choice or another, and what it takes with all of them.</summary>
    private static (Type Type, JsonObject Form) Form(string op)
    {
        PlanSchema usual = new(op, []);
        Type type = PlanJson.Through(usual, null).GetType();
        HashSet<string> always = [.. usual.required];
        foreach ((string name, Enum[] values) in usual.choices)
        {
            foreach (Enum value in values)
            {
                PlanSchema one = new(op, new() { [name] = value });
                PlanJson.Through(one, null);
                always.IntersectWith(one.required);
                foreach ((string member, JsonNode? form) in one.members)
                {
                    usual.members.TryAdd(member, form?.DeepClone());
                }
            }
        }

        return (type, Object(usual.members, always, Descriptions.Of(type)));
    }

    public PlanFormatException Fault(string what) => new($"{op} {what}");

    public string Text(string name, string? value)
    {
        Needs(name, name == "op" ? new JsonObject { ["enum"] = new JsonArray(op) } : Kind("string"));
        return name == "op" ? op : string.Empty;
    }

    public TChoice Choice<TChoice>(string name, TChoice? value, TChoice usual)
        where TChoice : struct, Enum
    {
        choices[name] = [.. Enum.GetValues<TChoice>().Cast<Enum>()];
        members[name] = typeof(TChoice) == typeof(Edge) ? Reference(nameof(Edge)) : Names(Enum.GetValues<TChoice>(), null);
        return chosen.TryGetValue(name, out Enum? one) ? (TChoice)one : usual;
    }

    public int Whole(string name, int? value)
    {
        Needs(name, Kind("integer"));
        return 0;
    }

    public int? OptionalWhole(string name, int? value)
    {
        members[name] = Kind("integer");
        return null;
    }

    public bool Flag(string name, bool value)
    {
        members[name] = Kind("boolean");
        return value;
    }

    public Seed Seed(string name, Seed value)
    {
        members[name] = new JsonObject
        {
            ["type"] = "integer",
            ["minimum"] = 0,
            ["maximum"] = Lilt.Randomness.Seed.Largest,
        };
        return value;
    }

    public Site Site(string name, Site? value)
    {
        Needs(name, Kind("string"));
        return Lilt.Network.Site.Logits;
    }

    public SiteSet Sites(string name, SiteSet? value)
    {
        Needs(name, Either(Kind("string"), List(Kind("string"))));
        return Lilt.Network.Site.Logits;
    }

    public string? OptionalText(string name, string? value)
    {
        members[name] = Kind("string");
        return null;
    }

    public IReadOnlyList<string> Texts(string name, IReadOnlyList<string>? value)
    {
        OptionalTexts(name, value);
        required.Add(name);
        return [];
    }

    public IReadOnlyList<string>? OptionalTexts(string name, IReadOnlyList<string>? value)
    {
        members[name] = Either(Kind("string"), List(Kind("string")));
        return null;
    }

    public IReadOnlyList<double> Numbers(string name, IReadOnlyList<double>? value, IReadOnlyList<double>? usual = null)
    {
        if (usual is null)
        {
            Needs(name, Either(Kind("number"), List(Kind("number"))));
            return [];
        }

        // What has a usual list is a list as long.
        members[name] = new JsonObject
        {
            ["type"] = "array",
            ["prefixItems"] = new JsonArray([.. usual.Select(_ => (JsonNode)Kind("number"))]),
            ["items"] = false,
            ["minItems"] = usual.Count,
        };
        return usual;
    }

    public bool IsInMemory(string name, object? from) => false;

    public IReadOnlyDictionary<string, double> NumbersByToken(string name, IReadOnlyDictionary<string, double>? value)
    {
        JsonObject infinity = new() { ["const"] = PlanReader.MinusInfinity };
        Needs(name, new JsonObject { ["type"] = "object", ["additionalProperties"] = Either(Kind("number"), infinity) });
        return new Dictionary<string, double>();
    }

    public StepRange? Steps(string name, StepRange? value, StepRange? usual)
    {
        members[name] = Reference("Steps");
        return usual;
    }

    public UnitSet Units(string name, UnitSet? value)
    {
        Needs(name, Reference("Units"));
        return UnitSet.All;
    }

    private void Needs(string name, JsonObject form)
    {
        members[name] = form;
        required.Add(name);
    }

    private static JsonObject Object(JsonObject properties, IEnumerable<string> required, string? description) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray([
                .. properties.Select(member => member.Key).Where(required.Contains).Select(name => (JsonNode)name),
            ]),
            ["properties"] = properties,
            ["description"] = description,
        };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonObject Kind(string type) => new() { ["type"] = type };

    private static JsonObject List(JsonNode of) => new() { ["type"] = "array", ["items"] = of };

    private static JsonObject Either(JsonNode one, JsonNode other) => new() { ["oneOf"] = new JsonArray(one, other) };

    private static JsonObject Names<TChoice>(TChoice[] choices, string? description)
        where TChoice : struct, Enum
    {
        JsonObject names = new() { ["enum"] = new JsonArray([.. choices.Select(one => (JsonNode)one.ToString().ToLowerInvariant())]) };
        if (description is not null)
        {
            names["description"] = description;
        }

        return names;
    }
}
