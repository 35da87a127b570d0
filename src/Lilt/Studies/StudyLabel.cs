using System.Text.Json;

namespace Lilt.Studies;

/// <summary>
/// What a shelf says of a study, without reading the rest of it. Of a kind that this program does not know it says as much.
/// </summary>
public sealed record StudyLabel
{
    /// <summary>The name of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>What its page is headed.</summary>
    public required string Title { get; init; }

    /// <summary>The sentence that answers its question; null where it answers none.</summary>
    public required string? Answer { get; init; }

    /// <summary>Where it comes from.</summary>
    public required StudyProvenance Provenance { get; init; }

    /// <summary>The label of the study in a folder.</summary>
    /// <param name="folder">The study's folder.</param>
    /// <exception cref="StudyRefusedException">It holds no study, or one of a form that is not known.</exception>
    /// <exception cref="IOException">The file with its numbers cannot be read.</exception>
    public static StudyLabel Of(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return StudyOrigin.Read(
            folder,
            study =>
            {
                JsonElement headline = StudyJson.Member(study, "headline");
                return new StudyLabel
                {
                    Kind = StudyJson.Text(study, "kind"),
                    Title = StudyJson.Text(study, "title"),
                    Answer = headline.ValueKind == JsonValueKind.Null ? null : StudyJson.Text(headline, "answer"),
                    Provenance =
                        StudyJson.Member(study, "provenance").Deserialize(StudyJson.Default.StudyProvenance)
                        ?? throw new JsonException("'provenance' is null."),
                };
            }
        );
    }
}
