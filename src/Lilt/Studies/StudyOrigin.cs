using System.Text.Json;

namespace Lilt.Studies;

/// <summary>Which study a folder holds and what made it, without reading the rest of it.</summary>
/// <param name="Kind">The kind of study.</param>
/// <param name="Command">The command that makes it.</param>
/// <param name="ModelHash">The hash of the model that it was made of.</param>
public sealed record StudyOrigin(StudyKind Kind, string Command, string ModelHash)
{
    /// <summary>The origin of the study in a folder.</summary>
    /// <param name="folder">The study's folder.</param>
    /// <exception cref="StudyRefusedException">It holds no study, or one of a kind or form that is not known.</exception>
    public static StudyOrigin Of(string folder) =>
        Read(
            folder,
            study =>
            {
                JsonElement provenance = StudyJson.Member(study, "provenance");
                return new StudyOrigin(
                    StudyKinds.Named(StudyJson.Text(study, "kind")),
                    StudyJson.Text(provenance, "command"),
                    StudyJson.Text(provenance, "modelHash")
                );
            }
        );

    /// <summary>Reads something of a study's numbers.</summary>
    /// <param name="folder">The study's folder.</param>
    /// <param name="read">Reads it of the whole document.</param>
    /// <exception cref="StudyRefusedException">It holds no study, or one of a form that is not known.</exception>
    internal static T Read<T>(string folder, Func<JsonElement, T> read)
    {
        string path = Path.Combine(folder, StudyFolder.Numbers);
        if (!File.Exists(path))
        {
            throw new StudyRefusedException($"'{folder}' holds no {StudyFolder.Numbers}: give the folder of a study.");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            JsonElement root = document.RootElement;
            return
                root.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("schema", out JsonElement schema)
                && schema is { ValueKind: JsonValueKind.String }
                && schema.ValueEquals(Study.CurrentSchema)
                ? read(root)
                : throw new StudyRefusedException($"'{path}' is no study of the form {Study.CurrentSchema}.");
        }
        catch (JsonException e)
        {
            throw new StudyRefusedException($"'{path}' is no study: {e.Message.TrimEnd('.')}. Make it again with 'lilt study'.");
        }
    }
}
