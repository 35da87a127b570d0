using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Network;

namespace Lilt.Operations;

/// <summary>A plan's JSON text: docs/operations.md.</summary>
internal static class PlanJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a plan; anything unknown in it is an error.</summary>
    public static OperationPlan Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            PlanObject root = new(document.RootElement, "the plan");
            List<Operation> operations = [];
            foreach (JsonElement element in root.List("operations"))
            {
                operations.Add(ReadOperation(new PlanObject(element, $"operation {operations.Count + 1} of the plan")));
            }

            root.ThrowIfUnread();
            return new OperationPlan(operations);
        }
        catch (JsonException e)
        {
            throw new PlanFormatException($"the plan is no JSON: {e.Message}", e);
        }
    }

    /// <summary>The plan on one line; members in a fixed order, those that have their default left out.</summary>
    public static string Write(OperationPlan plan)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Compact))
        {
            json.WriteStartObject();
            json.WriteStartArray("operations");
            foreach (Operation operation in plan.Operations)
            {
                json.WriteStartObject();
                json.WriteString("op", operation.Name);
                WriteOperation(json, operation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Operation ReadOperation(PlanObject from)
    {
        Operation operation = from.Text("op") switch
        {
            "excise" => ReadExcise(from),
            "clamp" => ReadAdjust(from, Adjustment.Clamp),
            "add" => ReadAdjust(from, Adjustment.Add),
            "scale" => ReadAdjust(from, Adjustment.Scale),
            "stimulate" => ReadStimulate(from),
            "bias" => new Bias { Tokens = from.Numbers("tokens"), Steps = from.Steps("steps") ?? StepRange.AllSteps },
            "forbid" => new Forbid { Tokens = from.Texts("tokens"), Steps = from.Steps("steps") ?? StepRange.AllSteps },
            "patch" => new Patch
            {
                Site = from.Site("site"),
                Units = from.Units(),
                Recording = from.Text("recording"),
                Steps = from.Steps("steps") ?? StepRange.AllSteps,
                AtStep = from.OptionalWhole("at"),
            },
            string other => throw from.Fault($"'op' is '{other}': it is one of excise, clamp, add, scale, stimulate, bias, forbid, patch."),
        };
        from.ThrowIfUnread();
        return operation;
    }

    private static Excise ReadExcise(PlanObject from)
    {
        string fill = from.OptionalText("fill") ?? "zero";
        if (!Enum.TryParse(fill, ignoreCase: true, out ExciseFill parsed) || !char.IsLetter(fill[0]))
        {
            throw from.Fault($"'fill' is '{fill}': it is one of zero, mean, resample, freeze.");
        }

        return new Excise
        {
            Layer = from.Whole("layer"),
            Units = from.Units(),
            Fill = parsed,
            Recording = parsed == ExciseFill.Zero ? null : from.Text("recording"),
            Seed = parsed == ExciseFill.Resample ? from.Seed("seed") : 0,
            AtStep = parsed == ExciseFill.Freeze ? from.Whole("at") : 0,
        };
    }

    private static Adjust ReadAdjust(PlanObject from, Adjustment how) => new()
    {
        How = how,
        Site = from.Site("site"),
        Units = from.Units(),
        Values = from.NumberOrNumbers("value"),
        Steps = from.Steps("steps") ?? StepRange.AllSteps,
    };

    private static Stimulate ReadStimulate(PlanObject from)
    {
        IReadOnlyList<double> weights = from.OptionalNumbers("weights") ?? [0.7, 0.3];
        if (weights.Count != 2)
        {
            throw from.Fault("'weights' is two numbers: of the token that would be read, and of the other.");
        }

        return new Stimulate
        {
            Weight = weights[0],
            OtherWeight = weights[1],
            Others = from.OptionalTexts("other"),
            InTurn = from.OptionalFlag("inTurn"),
            Seed = from.Seed("seed"),
            Steps = from.Steps("steps"),
        };
    }

    private static void WriteOperation(Utf8JsonWriter json, Operation operation)
    {
        switch (operation)
        {
            case Excise excise:
                json.WriteNumber("layer", excise.Layer);
                WriteUnits(json, excise.Units);
                if (excise.Fill != ExciseFill.Zero)
                {
                    json.WriteString("fill", excise.Fill.ToString().ToLowerInvariant());
                    json.WriteString("recording", excise.Recording);
                }

                if (excise.Fill == ExciseFill.Resample)
                {
                    json.WriteNumber("seed", excise.Seed);
                }

                if (excise.Fill == ExciseFill.Freeze)
                {
                    json.WriteNumber("at", excise.AtStep);
                }

                break;
            case Adjust adjust:
                json.WriteString("site", adjust.Site.ToString());
                WriteUnits(json, adjust.Units);
                json.WritePropertyName("value");
                WriteNumbers(json, adjust.Values);
                WriteSteps(json, adjust.Steps, StepRange.AllSteps);
                break;
            case Stimulate stimulate:
                json.WritePropertyName("weights");
                WriteNumbers(json, [stimulate.Weight, stimulate.OtherWeight]);
                if (stimulate.Others is { } others)
                {
                    WriteTexts(json, "other", others);
                }

                if (stimulate.InTurn)
                {
                    json.WriteBoolean("inTurn", true);
                }

                json.WriteNumber("seed", stimulate.Seed);
                WriteSteps(json, stimulate.Steps, null);
                break;
            case Bias bias:
                json.WriteStartObject("tokens");
                foreach ((string token, double value) in bias.Tokens.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    if (double.IsNegativeInfinity(value))
                    {
                        json.WriteString(token, "-inf");
                    }
                    else
                    {
                        json.WriteNumber(token, value);
                    }
                }

                json.WriteEndObject();
                WriteSteps(json, bias.Steps, StepRange.AllSteps);
                break;
            case Forbid forbid:
                WriteTexts(json, "tokens", forbid.Tokens);
                WriteSteps(json, forbid.Steps, StepRange.AllSteps);
                break;
            case Patch patch:
                json.WriteString("site", patch.Site.ToString());
                WriteUnits(json, patch.Units);
                json.WriteString("recording", patch.Recording);
                WriteSteps(json, patch.Steps, StepRange.AllSteps);
                if (patch.AtStep is { } at)
                {
                    json.WriteNumber("at", at);
                }

                break;
        }
    }

    private static void WriteUnits(Utf8JsonWriter json, UnitSet units)
    {
        if (units.Tokens is { } tokens)
        {
            WriteTexts(json, "units", tokens);
        }
        else if (units.Units is { } numbers)
        {
            json.WriteStartArray("units");
            foreach (int unit in numbers)
            {
                json.WriteNumberValue(unit);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteString("units", "all");
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, IReadOnlyList<double> numbers)
    {
        if (numbers.Count == 1)
        {
            json.WriteNumberValue(numbers[0]);
            return;
        }

        json.WriteStartArray();
        foreach (double number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void WriteSteps(Utf8JsonWriter json, StepRange? steps, StepRange? usual)
    {
        if (steps is not { } range || steps == usual)
        {
            return;
        }

        json.WriteStartArray("steps");
        json.WriteNumberValue(range.First);
        if (range.Last is { } last)
        {
            json.WriteNumberValue(last);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
    }
}
