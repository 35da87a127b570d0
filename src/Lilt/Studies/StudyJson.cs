using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lilt.Generation;

namespace Lilt.Studies;

/// <summary>
/// How a study's numbers stand in JSON: seven significant digits, an infinite period as <c>"inf"</c>, never a number that is none.
/// </summary>
/// <remarks>
/// Spectra are made in double with the platform's sines; their last digits are no part of a study, so that it is the same on every machine.
/// What a study holds is found from its record when Lilt is built: a member that is added there is written, and nothing is asked of the
/// program's types while it runs. The figures have a context in the room of their study.
/// </remarks>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(DoubleText), typeof(EnumText<DrawMode>)]
)]
[JsonSerializable(typeof(Study))]
internal sealed partial class StudyJson : JsonSerializerContext
{
    /// <summary>A study as study.json has it, on one line.</summary>
    public static string Text(Study study) => JsonSerializer.Serialize(study, Readable.Json.Study);

    /// <summary>A number as study.json and the tables write it.</summary>
    public static string Text(double value) =>
        double.IsFinite(value)
            ? value.ToString("G7", CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"A study's number is {value}.");

    /// <summary>The study that a document holds.</summary>
    /// <param name="study">The whole of study.json.</param>
    /// <param name="content">Reads a file of the study's folder.</param>
    /// <exception cref="JsonException">The document is not of a study's form.</exception>
    /// <exception cref="StudyRefusedException">The study is of a kind that is not known.</exception>
    public static Study Read(JsonElement study, Func<StudyFile, StudyContent> content)
    {
        StudyKind kind = StudyKinds.Named(Text(study, "kind"));
        return new Study
        {
            Kind = kind.Name,
            Title = Member(study, "title", Default.String),
            Article = Member(study, "article", Default.String),
            Headline = Member(study, "headline").Deserialize(Default.StudyHeadline),
            Verdicts = Member(study, "verdicts", Default.IReadOnlyListStudyVerdict),
            Summary = Member(study, "summary", Default.IReadOnlyListString),
            Provenance = Member(study, "provenance", Default.StudyProvenance),
            Figures = Studies.StudyFigures.Read(Member(study, "figures"), kind),
            LeftOut = study.TryGetProperty("leftOut", out JsonElement left) ? left.Deserialize(Default.IReadOnlyListFigureLeftOut)! : [],
            Contents =
            [
                .. Member(study, "files", Default.IReadOnlyListStudyFile).Where(file => file.Name != StudyFolder.Numbers).Select(content),
            ],
        };
    }

    /// <summary>A member of an object.</summary>
    /// <exception cref="JsonException">It is none, or has no such member.</exception>
    public static JsonElement Member(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out JsonElement member)
            ? member
            : throw new JsonException($"'{name}' is missing.");

    /// <summary>A member of an object that is a text.</summary>
    /// <exception cref="JsonException">It has no such member, or one that is no text.</exception>
    public static string Text(JsonElement of, string name) =>
        Member(of, name).Deserialize(Default.String) ?? throw new JsonException($"'{name}' is null.");

    private static T Member<T>(JsonElement study, string name, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> form)
        where T : class => Member(study, name).Deserialize(form) ?? throw new JsonException($"'{name}' is null.");

    // Apart, since it needs the generated part's own options, and the order of static members over two files is not fixed.
    private static class Readable
    {
        public static readonly StudyJson Json = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
