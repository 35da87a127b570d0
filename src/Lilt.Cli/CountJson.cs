using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary>A tune's verdicts as JSON.</summary>
internal sealed class CountJson(bool severalFiles)
{
    private readonly ArrayBufferWriter<byte> buffer = new();

    /// <summary>One tune's object.</summary>
    public string Of(string file, TuneCount count)
    {
        buffer.ResetWrittenCount();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Tune tune = count.Tune;
            json.WriteStartObject();
            if (severalFiles)
            {
                json.WriteString("file", file);
            }

            json.WriteString("title", tune.Title);
            json.WriteString("number", tune.Number);
            json.WriteNumber("line", tune.Position.Line);
            json.WriteString("meter", tune.Meter.Text);
            json.WriteString("key", tune.Key.ToString());
            json.WriteStartArray("measures");
            for (int voice = 0; voice < count.Voices.Count; voice++)
            {
                foreach (CountedMeasure measure in count.Voices[voice])
                {
                    Write(json, measure, count.Voices.Count > 1 ? tune.Voices[voice].Id : null);
                }
            }

            json.WriteEndArray();
            json.WriteNumber("full", count.Full);
            json.WriteNumber("counted", count.Counted);
            json.WriteNumber("strictlyCounted", count.StrictlyCounted);
            json.WriteNumber("total", count.Total);
            json.WriteString("commonestLength", count.CommonestLength?.ToString());
            json.WriteNumber("atCommonestLength", count.AtCommonestLength);
            json.WriteStartArray("findings");
            foreach (Finding finding in count.Findings)
            {
                json.WriteStartObject();
                json.WriteNumber("line", finding.Line);
                json.WriteNumber("column", finding.Column);
                json.WriteString("text", finding.Text);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, CountedMeasure counted, string? voice)
    {
        json.WriteStartObject();
        json.WriteNumber("index", counted.Measure.Index);
        if (voice is not null)
        {
            json.WriteString("voice", voice);
        }

        json.WriteStartArray("tokens");
        foreach (string token in counted.Measure.Tokens)
        {
            json.WriteStringValue(token);
        }

        json.WriteEndArray();
        json.WriteString("duration", counted.Measure.Duration.ToString());
        json.WriteString("verdict", CountTable.Name(counted.Verdict));
        json.WriteString("difference", counted.Difference?.ToString());
        json.WriteEndObject();
    }
}
