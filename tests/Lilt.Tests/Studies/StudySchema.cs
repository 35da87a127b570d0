using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Lilt.Randomness;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Control;

namespace Lilt.Tests.Studies;

/// <summary>
/// The form of study.json as JSON Schema: a definition a record and enumeration under its own name, described by its XML documentation.
/// </summary>
internal sealed class StudySchema
{
    private readonly XmlDescriptions descriptions = new(typeof(Study).Assembly);
    private readonly SortedDictionary<string, JsonNode> definitions = new(StringComparer.Ordinal);
    private readonly NullabilityInfoContext nullability = new();
    private readonly JsonSchemaExporterOptions exporter;

    private StudySchema() =>
        exporter = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Node };

    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        StudySchema schema = new();
        schema.Define(typeof(Study), StudyJson.Default.Options);
        JsonObject members = schema.definitions[nameof(Study)]["properties"]!.AsObject();
        members["kind"]!["enum"] = new JsonArray([.. StudyKinds.All.Select(kind => (JsonNode)kind.Name)]);
        members["figures"] = new JsonObject
        {
            ["anyOf"] = new JsonArray([
                .. StudyKinds.All.Select(kind => (JsonNode)schema.Named(kind.Figures.Type, kind.Figures.Options, nullable: false)),
            ]),
            ["description"] = (string?)members["figures"]!["description"],
        };
        JsonObject root = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$ref"] = Reference(nameof(Study)),
            ["$defs"] = new JsonObject(
                schema.definitions.Select(definition => KeyValuePair.Create(definition.Key, (JsonNode?)definition.Value))
            ),
        };
        return root.ToJsonString(
                new JsonSerializerOptions
                {
                    WriteIndented = true,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    NewLine = "\n",
                }
            ) + "\n";
    }

    private static string Reference(string name) => $"#/$defs/{name}";

    private void Define(Type type, JsonSerializerOptions options)
    {
        if (definitions.TryAdd(type.Name, new JsonObject()))
        {
            JsonNode schema =
                type == typeof(Period) ? PeriodForm()
                : type.IsEnum ? EnumForm(type, options)
                : options.GetJsonSchemaAsNode(type, exporter);
            schema["description"] = descriptions.Of(type);
            definitions[type.Name] = schema;
        }
    }

    // Types by name, not in one another; what a converter of the study's own writes is said here, since the exporter cannot know it.
    private JsonNode Node(JsonSchemaExporterContext context, JsonNode schema)
    {
        Type type = context.TypeInfo.Type;
        PropertyInfo? property = context.PropertyInfo?.AttributeProvider as PropertyInfo;
        bool nullable =
            Nullable.GetUnderlyingType(type) is not null
            || (property is not null && nullability.Create(property).ReadState == NullabilityState.Nullable);
        type = Nullable.GetUnderlyingType(type) ?? type;
        bool outermost = context.Path.IsEmpty;
        JsonNode made =
            type == typeof(double) || type == typeof(float) ? Of("number", nullable)
            : type == typeof(Seed) ? Of("integer", nullable)
            : type == typeof(Band) || type == typeof(ControlInterval) ? Pair(nullable)
            : type == typeof(Seed) ? Of("integer", nullable)
            : type == typeof(byte[]) ? Of("string", nullable)
            : type == typeof(StudyFigures) ? new JsonObject()
            : type == typeof(Period) || type.IsEnum || (context.TypeInfo.Kind == JsonTypeInfoKind.Object && !outermost)
                ? Named(type, context.TypeInfo.Options, nullable)
            : schema;
        if (context.TypeInfo.Kind == JsonTypeInfoKind.Enumerable && type != typeof(byte[]))
        {
            made["type"] = Of("array", nullable)["type"]!.DeepClone();

            // Of elements with a converter of the study's own the exporter says nothing, and of null among them neither.
            made["items"] ??=
                type.GetElementType() == typeof(Period) ? Named(typeof(Period), context.TypeInfo.Options, false) : Of("number", false);
            if (property is not null && nullability.Create(property).GenericTypeArguments is [{ ReadState: NullabilityState.Nullable }])
            {
                made["items"] = Of((string)made["items"]!["type"]!, true);
            }
        }

        if (property is not null && descriptions.Of(property) is { } description)
        {
            made["description"] = description;
        }

        if (context.TypeInfo.Kind == JsonTypeInfoKind.Object && outermost)
        {
            // Every member is always written.
            made["required"] = new JsonArray([.. made["properties"]!.AsObject().Select(member => (JsonNode)member.Key)]);
        }

        return made;
    }

    private JsonObject Named(Type type, JsonSerializerOptions options, bool nullable)
    {
        Define(type, options);
        JsonObject reference = new() { ["$ref"] = Reference(type.Name) };
        return nullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    private static JsonObject Of(string type, bool nullable) => new() { ["type"] = nullable ? new JsonArray(type, "null") : type };

    private static JsonObject Pair(bool nullable)
    {
        JsonObject pair = Of("array", nullable);
        pair["items"] = Of("number", false);
        pair["minItems"] = 2;
        pair["maxItems"] = 2;
        return pair;
    }

    private static JsonObject PeriodForm() =>
        new() { ["anyOf"] = new JsonArray(Of("number", false), new JsonObject { ["const"] = "inf" }) };

    private static JsonObject EnumForm(Type type, JsonSerializerOptions options) =>
        new()
        {
            ["enum"] = new JsonArray([
                .. Enum.GetValues(type).Cast<object>().Select(member => JsonSerializer.SerializeToNode(member, options.GetTypeInfo(type))),
            ]),
        };
}
