using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Lilt.Studies;

/// <summary>The figures of a study by name. Immutable.</summary>
[JsonConverter(typeof(StudyFiguresText))]
public sealed class StudyFigures
{
    private readonly object held;
    private readonly JsonTypeInfo form;

    private StudyFigures(object held, JsonTypeInfo form)
    {
        this.held = held;
        this.form = form;
        List<(string, Figure)> all = [];
        foreach (JsonPropertyInfo member in form.Properties)
        {
            if (member.Get!(held) is Figure figure)
            {
                all.Add((member.Name, figure));
            }
        }

        All = all;
    }

    /// <summary>Each figure with its name, in the study's order; one that could not be made is not among them.</summary>
    public IReadOnlyList<(string Name, Figure Figure)> All { get; }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => All.Select(of => of.Name);

    /// <summary>The figure of a type; null where there is none.</summary>
    public TFigure? Find<TFigure>()
        where TFigure : Figure => All.Select(of => of.Figure).OfType<TFigure>().FirstOrDefault();

    /// <summary>The figures that a study's own record holds.</summary>
    /// <param name="held">The record, of the type that the kind says.</param>
    /// <param name="kind">The study's.</param>
    internal static StudyFigures Of(object held, StudyKind kind) => new(held, kind.Figures);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    internal static StudyFigures Read(JsonElement figures, StudyKind kind) =>
        new(figures.Deserialize(kind.Figures) ?? throw new JsonException("The figures are null."), kind.Figures);

    /// <summary>As <see cref="Write"/> writes them.</summary>
    internal JsonNode? ToNode() => JsonSerializer.SerializeToNode(held, form);

    /// <summary>Writes them as <c>study.json</c> has them.</summary>
    internal void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, held, form);
}
