using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary>An assessment as one JSON document.</summary>
internal static class AssessmentJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    /// <summary>Writes the document.</summary>
    public static void Write(SetAssessment assessment, IReadOnlyList<Tune> corpus, AssessmentOptions options, TextWriter output)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Readable))
        {
            json.WriteStartObject();
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
                Write(json, "tunes", figure.Tunes);
                Write(json, "corpus", figure.Corpus);
                Write(json, "heldOut", figure.HeldOut);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteOriginality(json, assessment, corpus);
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(stream.ToArray()));
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

    private static void Write(Utf8JsonWriter json, string name, Estimate? estimate)
    {
        if (estimate is not { IsDefined: true } known)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("value", known.Value);
        json.WriteNumber("low", known.Low);
        json.WriteNumber("high", known.High);
        json.WriteNumber("tunes", known.Tunes);
        json.WriteEndObject();
    }
}
