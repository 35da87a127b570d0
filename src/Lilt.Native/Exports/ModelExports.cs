using System.Runtime.InteropServices;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Planting;
using Lilt.Recording;
using Lilt.WeightFiles;

namespace Lilt.Native.Exports;

/// <summary>Models, and plans.</summary>
internal static unsafe class ModelExports
{
    [UnmanagedCallersOnly(EntryPoint = "lilt_model_read")]
    public static int Read(byte* path, byte* vocabulary, nint* result) =>
        Call.For(result, () => Handle.Of(new OpenModel(ModelFile.Read(Text.Needed(path, "path"), Text.Of(vocabulary)))));

    /// <summary>A network of known answer.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_model_plant")]
    public static int Plant(byte* kind, byte* options, nint* result) =>
        Call.For(
            result,
            () =>
            {
                NamedOptions given = new(Text.Needed(options, "options"));
                PlantedKind of = new NamedOptions($$"""{"kind":"{{JsonEncodedText.Encode(Text.Needed(kind, "kind"))}}"}""").Choice(
                    "kind",
                    PlantedKind.Counters
                );
                PlantedNetwork network = PlantedNetwork.Make(
                    of,
                    (int)given.Whole("units", 64, PlantedNetwork.FewestUnits, int.MaxValue),
                    (uint)given.Whole("seed", 1, 0, uint.MaxValue)
                );
                given.ThrowIfUnread();
                return Handle.Of(new OpenModel(network.Model));
            }
        );

    /// <summary>What there is to say of a model, as JSON.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_model_facts")]
    public static int Facts(nint model, nint* result) =>
        Call.For(
            result,
            () => Text.Given(JsonSerializer.Serialize(ModelFacts.Of(Handle.Get<OpenModel>(model)), OptionJson.Default.ModelFacts))
        );

    /// <summary>The model under a plan, which is held against it at once.</summary>
    /// <param name="model">The model; it is shared, not copied.</param>
    /// <param name="plan">JSON.</param>
    /// <param name="folder">Where what it names lies.</param>
    /// <param name="bindings">What it takes from memory, as JSON.</param>
    /// <param name="result">The new model.</param>
    [UnmanagedCallersOnly(EntryPoint = "lilt_model_with")]
    public static int With(nint model, byte* plan, byte* folder, byte* bindings, nint* result) =>
        Call.For(
            result,
            () =>
            {
                OpenModel of = Handle.Get<OpenModel>(model);
                if (of.Plan is not null)
                {
                    throw new InputException("the model is under a plan already: put all operations into one plan, in their order.");
                }

                PlanBinding[] bound =
                    JsonSerializer.Deserialize(Text.Needed(bindings, "bindings"), OptionJson.Default.PlanBindingArray) ?? [];
                OperationPlan read = PlanBinding.Bind(OperationPlan.Parse(Text.Needed(plan, "plan")), bound);
                OpenModel under = new(of.Model, read, Text.Of(folder) ?? string.Empty);
                under.Compile();
                return Handle.Of(under);
            }
        );

    /// <summary>Values for a plan, copied, [rows, width].</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_values")]
    public static int Values(float* values, int rows, int width, nint* result) =>
        Call.For(result, () => Handle.Of(new SiteValues(new Span<float>(values, checked(rows * width)).ToArray(), width)));

    /// <summary>The verdicts on the measures of a tune, as JSON.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_count")]
    public static int Count(nint model, int* tokens, int count, nint* result) =>
        Call.For(
            result,
            () =>
            {
                Vocabulary vocabulary = Handle.Get<OpenModel>(model).Model.Vocabulary;
                CountFacts facts = CountFacts.Of(MeasureCounter.Count(vocabulary, GivenTokens.Of(tokens, count, vocabulary)));
                return Text.Given(JsonSerializer.Serialize(facts, OptionJson.Default.CountFacts));
            }
        );
}
