using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lilt.Operations;

/// <summary>A plan's JSON text: docs/operations.md. Members in a fixed order, those that have their usual value left out.</summary>
internal static class PlanJson
{
    /// <summary>What a plan calls its operations.</summary>
    internal static readonly IReadOnlyList<string> Names = ["excise", "clamp", "add", "scale", "stimulate", "bias", "forbid", "patch"];

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a plan; anything unknown in it is an error.</summary>
    public static OperationPlan Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(Strict.GetBytes(json));
            PlanReader root = new(document.RootElement, "the plan");
            List<Operation> operations = [];
            foreach (JsonElement element in root.List("operations"))
            {
                PlanReader members = new(element, $"operation {operations.Count + 1} of the plan", operations.Count);
                operations.Add(Through(members, null));
                members.ThrowIfUnread();
            }

            root.ThrowIfUnread();
            return new OperationPlan(operations);
        }
        catch (Exception e) when (e is JsonException or EncoderFallbackException)
        {
            throw new PlanFormatException($"the plan is no JSON: {e.Message}", e);
        }
    }

    /// <summary>The plan on one line.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="forReading">Whether <see cref="Read"/> must give the same plan back; else values from memory are named as such.</param>
    /// <exception cref="InvalidOperationException">It must, and the plan takes values from memory.</exception>
    public static string Write(OperationPlan plan, bool forReading = true)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Compact))
        {
            PlanWriter members = new(json, forReading);
            json.WriteStartObject();
            json.WriteStartArray("operations");
            foreach (Operation operation in plan.Operations)
            {
                json.WriteStartObject();
                Through(members, operation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Names the members of one operation, as each method below does of one kind, for every way.</summary>
    /// <param name="members">The way.</param>
    /// <param name="was">What is written; null where one is read.</param>
    internal static Operation Through(IPlanMembers members, Operation? was) =>
        members.Text("op", was?.Name) switch
        {
            "excise" => Excise(members, was as Excise),
            "clamp" => Adjust(members, was as Adjust, Adjustment.Clamp),
            "add" => Adjust(members, was as Adjust, Adjustment.Add),
            "scale" => Adjust(members, was as Adjust, Adjustment.Scale),
            "stimulate" => Stimulate(members, was as Stimulate),
            "bias" => Bias(members, was as Bias),
            "forbid" => Forbid(members, was as Forbid),
            "patch" => Patch(members, was as Patch),
            string other => throw members.Fault($"'op' is '{other}': it is one of {string.Join(", ", Names)}."),
        };

    private static Excise Excise(IPlanMembers members, Excise? was)
    {
        Excise excise = new()
        {
            Layer = members.Whole("layer", was?.Layer),
            Units = members.Units("units", was?.Units),
            Reading = members.OptionalTexts("reading", was?.Reading),
            NotReading = members.OptionalTexts("notReading", was?.NotReading),
            Fill = members.Choice("fill", was?.Fill, ExciseFill.Zero),
            Edge = members.Choice("edge", was?.Edge, Edge.Both),
        };
        return excise.Fill == ExciseFill.Zero
            ? excise
            : excise with
            {
                Recording = members.IsInMemory("recording", was?.From) ? null : members.Text("recording", was?.Recording),
                Seed = excise.Fill == ExciseFill.Resample ? members.Seed("seed", was?.Seed ?? 0) : 0,
                AtStep = excise.Fill == ExciseFill.Freeze ? members.Whole("at", was?.AtStep) : 0,
            };
    }

    private static Adjust Adjust(IPlanMembers members, Adjust? was, Adjustment how) =>
        new()
        {
            How = how,
            Site = members.Site("site", was?.Site),
            Units = members.Units("units", was?.Units),
            Values = members.IsInMemory("value", was?.From) ? [] : members.Numbers("value", was?.Values),
            Steps = EveryStep(members, was?.Steps),
        };

    private static Stimulate Stimulate(IPlanMembers members, Stimulate? was)
    {
        IReadOnlyList<double> weights = members.Numbers("weights", was is null ? null : [was.Weight, was.OtherWeight], usual: [0.7, 0.3]);
        if (weights.Count != 2)
        {
            throw members.Fault("'weights' is two numbers: of the token that would be read, and of the other.");
        }

        return new Stimulate
        {
            Weight = weights[0],
            OtherWeight = weights[1],
            Others = members.OptionalTexts("other", was?.Others),
            InTurn = members.Flag("inTurn", was?.InTurn ?? false),
            Seed = members.Seed("seed", was?.Seed ?? 0),
            Steps = members.Steps("steps", was?.Steps, usual: null),
        };
    }

    private static Bias Bias(IPlanMembers members, Bias? was) =>
        new() { Tokens = members.NumbersByToken("tokens", was?.Tokens), Steps = EveryStep(members, was?.Steps) };

    private static Forbid Forbid(IPlanMembers members, Forbid? was) =>
        new() { Tokens = members.Texts("tokens", was?.Tokens), Steps = EveryStep(members, was?.Steps) };

    private static Patch Patch(IPlanMembers members, Patch? was) =>
        new()
        {
            Site = members.Sites("site", was?.Site),
            Units = members.Units("units", was?.Units),
            Recording = members.IsInMemory("recording", (object?)was?.From ?? was?.Source)
                ? null
                : members.Text("recording", was?.Recording),
            Steps = EveryStep(members, was?.Steps),
            AtStep = members.OptionalWhole("at", was?.AtStep),
            Edge = members.Choice("edge", was?.Edge, Edge.Both),
            Directions = members.IsInMemory("directions", was?.Along) ? null : members.OptionalText("directions", was?.Directions),
        };

    private static StepRange EveryStep(IPlanMembers members, StepRange? was) =>
        members.Steps("steps", was, usual: StepRange.AllSteps)!.Value;
}
