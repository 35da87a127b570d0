using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lilt.Sweeping.Plans;

/// <summary>A sweep's plan as one text, in which every network has its hash and every plan stands whole.</summary>
public static class SweepPlanText
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    /// <summary>The text; <see cref="SweepPlanReader"/> gives the same plan back.</summary>
    public static string Of(SweepPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Plain))
        {
            Write(plan, json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Write(SweepPlan plan, Utf8JsonWriter json)
    {
        bool isOfTunes = plan.Task is SweepTask.Generate or SweepTask.Assess;
        json.WriteStartObject();
        json.WriteString("task", Word(plan.Task));
        json.WriteStartArray("models");
        foreach (SweptModel model in plan.Models)
        {
            Write(model, json);
        }

        json.WriteEndArray();
        if (plan.Task != SweepTask.Study)
        {
            json.WriteStartArray("plans");
            foreach (PlanEntry entry in plan.Plans)
            {
                Write(entry, json);
            }

            json.WriteEndArray();
        }

        json.WriteStartObject("seeds");
        json.WriteNumber("from", plan.Seed.Value);
        json.WriteNumber("count", plan.Seeds);
        json.WriteEndObject();
        WriteList(json, "temperatures", plan.Temperatures, json.WriteNumberValue);
        WriteList(json, "headers", plan.Headers, json.WriteStringValue);
        json.WriteNumber("limit", plan.Limit);
        json.WriteString("rng", Word(plan.Mode));
        if (isOfTunes)
        {
            json.WriteNumber("tunesAShard", plan.TunesAShard);
        }

        if (plan.Study is { } study)
        {
            json.WriteStartObject("study");
            json.WriteString("kind", study.Kind);
            WriteWhole(json, "control", study.Control);
            WriteWhole(json, "tunes", study.Tunes);
            WriteWhole(json, "pairs", study.Pairs);
            if (study.Quick)
            {
                json.WriteBoolean("quick", true);
            }

            json.WriteEndObject();
        }

        if (plan.Control is { } control)
        {
            json.WriteStartObject("control");
            json.WriteNumber("sets", control.Sets);
            json.WriteNumber("tunes", control.Tunes);
            json.WriteNumber("setsAShard", control.SetsAShard);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(SweptModel model, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", model.Name);
        if (model.Planted is { } planted)
        {
            json.WriteString("plant", Word(planted.Kind));
            json.WriteNumber("layer", planted.Keeper);
            json.WriteString("direction", Word(planted.Direction));
            json.WriteNumber("seed", planted.Seed.Value);
        }
        else
        {
            json.WriteString("file", model.File);
        }

        json.WriteNumber("layers", model.Layers);
        json.WriteNumber("units", model.Units);
        json.WriteString("hash", model.Hash);
        json.WriteEndObject();
    }

    private static void Write(PlanEntry entry, Utf8JsonWriter json)
    {
        switch (entry)
        {
            case OnePlan { Of: var one }:
                json.WriteStartObject();
                json.WriteString("name", one.Name);
                if (one.Files.Length > 0)
                {
                    json.WriteString("folder", one.Folder);
                    json.WriteString("files", one.Files);
                }

                using (JsonDocument operations = JsonDocument.Parse(one.Plan.ToJson()))
                {
                    foreach (JsonProperty member in operations.RootElement.EnumerateObject())
                    {
                        member.WriteTo(json);
                    }
                }

                json.WriteEndObject();
                break;
            case EachUnitCut each:
                json.WriteStartObject();
                json.WriteString("cut", "each unit");
                if (each.Layers.Count > 0)
                {
                    WriteList(json, "layers", each.Layers, json.WriteNumberValue);
                }

                json.WriteEndObject();
                break;
            case RandomSetsCut random:
                json.WriteStartObject();
                json.WriteString("cut", "random sets");
                json.WriteNumber("layer", random.Layer);
                json.WriteNumber("units", random.Units);
                json.WriteNumber("sets", random.Sets);
                json.WriteNumber("seed", random.Seed.Value);
                json.WriteEndObject();
                break;
            default:
                throw new InvalidOperationException($"A plan's entry {entry.GetType().Name} has no JSON.");
        }
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T value in values)
        {
            write(value);
        }

        json.WriteEndArray();
    }

    private static void WriteWhole(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
