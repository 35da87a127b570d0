using System.Text.Json;
using Lilt.Assessment;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary>An assessment as one JSON document.</summary>
internal static class AssessmentJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(SetAssessment assessment, IReadOnlyList<Tune> corpus, AssessmentOptions options, TextWriter output)
    {
        JsonText.WriteDocument(
            output,
            json =>
            {
                json.WriteNumber("tunes", assessment.Tunes.Count);
                json.WriteNumber("corpusTunes", assessment.CorpusTunes);
                json.WriteNumber("heldOutTunes", assessment.HeldOutTunes);
                json.WriteNumber("seed", options.Seed.Value);
                json.WriteNumber("draws", options.Draws);
                json.WriteStartArray("figures");
                foreach (AssessmentFigure figure in assessment.Figures)
                {
                    json.WriteStartObject();
                    json.WriteString("name", figure.Name);
                    json.WriteString("label", figure.Label);
                    json.WriteString("unit", JsonText.Name(figure.Unit));
                    JsonText.Write(json, "tunes", figure.Tunes);
                    JsonText.Write(json, "corpus", figure.Corpus);
                    JsonText.Write(json, "heldOut", figure.HeldOut);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                WriteOriginality(json, assessment, corpus);
            }
        );
    }

    private static void WriteOriginality(Utf8JsonWriter json, SetAssessment assessment, IReadOnlyList<Tune> corpus)
    {
        json.WriteStartArray("originality");
        for (int tune = 0; tune < assessment.Originality.Count; tune++)
        {
            json.WriteStartObject();
            json.WriteNumber("tune", tune);
            json.WriteString("title", assessment.Tunes[tune].Tune.Title);
            if (assessment.Originality[tune] is { } found)
            {
                json.WriteNumber("notes", assessment.Tunes[tune].Notes);
                json.WriteNumber("longestRun", found.LongestRun);
                json.WriteNumber("windows", found.Windows);
                json.WriteNumber("knownWindows", found.KnownWindows);
                json.WriteNumber("nearest", found.Nearest.Index);
                json.WriteNumber("nearestLine", corpus[found.Nearest.Index].Position.Line);
                json.WriteString("nearestTitle", corpus[found.Nearest.Index].Title);
                json.WriteNumber("edits", found.Nearest.Distance);
                json.WriteNumber("distance", found.Nearest.Normalised);
                json.WriteBoolean("copy", found.IsCopy);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
