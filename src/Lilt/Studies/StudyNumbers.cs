using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lilt.Studies;

/// <summary>A study's numbers as the pictures take them, whichever build wrote them.</summary>
public static class StudyNumbers
{
    /// <summary>What <c>study.json</c> holds, and what a figure has since then, worked out of what the study holds.</summary>
    /// <remarks>Nothing that stands in the study changes, what this build doesn't know of it neither.</remarks>
    /// <param name="folder">The study's folder.</param>
    /// <returns>JSON on one line.</returns>
    /// <exception cref="StudyRefusedException">It holds no study, or one of a kind or form that is not known.</exception>
    public static string Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return StudyOrigin.Read(
            folder,
            study =>
            {
                StudyKind kind = StudyKinds.Named(StudyJson.Text(study, "kind"));
                JsonObject numbers = JsonObject.Create(study)!;
                Add(numbers["figures"], StudyFigures.Read(StudyJson.Member(study, "figures"), kind).ToNode());
                return numbers.ToJsonString();
            }
        );
    }

    private static void Add(JsonNode? old, JsonNode? now)
    {
        if (old is JsonObject members && now is JsonObject more)
        {
            foreach ((string name, JsonNode? value) in more)
            {
                if (members.TryGetPropertyValue(name, out JsonNode? stands))
                {
                    Add(stands, value);
                }
                else
                {
                    members.Add(name, value?.DeepClone());
                }
            }
        }
        else if (old is JsonArray entries && now is JsonArray others && entries.Count == others.Count)
        {
            for (int entry = 0; entry < entries.Count; entry++)
            {
                Add(entries[entry], others[entry]);
            }
        }
    }
}
