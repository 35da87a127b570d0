using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Models;

/// <summary>
/// Plans of requests, made ready for a model. A plan names a recording by a tune's id; no name of a request reaches the disk.
/// </summary>
internal sealed class StudioPlans(StudioBounds bounds, Lazy<TuneReplay> replay)
{
    /// <summary>Plans may read tunes whose plans read tunes: so many times and no more.</summary>
    public const int Deepest = 8;

    /// <summary>A plan's one text, its hash and what it does.</summary>
    public async Task<PlanView> CheckAsync(JsonNode? json, Model model, CancellationToken cancellation)
    {
        OperationPlan plan = Read(json) ?? OperationPlan.Empty;
        await CompileAsync(plan, model, 0, cancellation);
        return new PlanView(JsonNode.Parse(plan.ToJson())!, plan.Hash, Sentences(plan));
    }

    /// <summary>What each operation does, as sentences.</summary>
    public static IReadOnlyList<string> Sentences(OperationPlan plan) =>
        [
            .. plan.Operations.Select(operation =>
            {
                string text = OperationSentence.Of(operation);
                return char.ToUpperInvariant(text[0]) + text[1..] + ".";
            }),
        ];

    /// <summary>Reads a plan; null for none, or for one without operations.</summary>
    public OperationPlan? Read(JsonNode? json)
    {
        if (json is null)
        {
            return null;
        }

        string text = json.ToJsonString();
        if (text.Length > bounds.PlanLength)
        {
            throw new StudioException(
                StatusCodes.Status413PayloadTooLarge,
                $"The plan has {text.Length} characters; up to {bounds.PlanLength} are read."
            );
        }

        try
        {
            OperationPlan plan = OperationPlan.Parse(text);
            return plan.Operations.Count > 0 ? plan : null;
        }
        catch (PlanFormatException e)
        {
            throw Refused(e);
        }
    }

    /// <summary>Makes a plan ready for a model; recordings that it names are made first.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="model">The model.</param>
    /// <param name="depth">How many plans led to this one.</param>
    /// <param name="cancellation">Ends the making of recordings.</param>
    public async Task<CompiledPlan> CompileAsync(OperationPlan plan, Model model, int depth, CancellationToken cancellation)
    {
        Dictionary<string, TuneRecording> recordings = [];
        foreach ((int operation, Operation reader) in plan.Operations.Index())
        {
            if (RecordingOf(reader) is not { } name || recordings.ContainsKey(name))
            {
                continue;
            }

            if (depth >= Deepest)
            {
                throw StudioException.Unreadable(
                    $"The plan reads tunes whose plans read tunes, over {Deepest} deep: take a tune without a plan as the recording."
                );
            }

            try
            {
                recordings[name] = await replay.Value.GetAsync(TuneOf(name), depth + 1, cancellation);
            }
            catch (StudioException e) when (e.Status == StatusCodes.Status404NotFound)
            {
                throw new StudioException(
                    StatusCodes.Status422UnprocessableEntity,
                    $"The plan reads the recording '{name}', and there is no such tune: take another; it may have been deleted."
                )
                {
                    Operation = operation,
                };
            }
        }

        try
        {
            return plan.Compile(model, name => recordings[name]);
        }
        catch (PlanFormatException e)
        {
            throw Refused(e);
        }
    }

    /// <summary>The recording that an operation reads; null for none.</summary>
    public static string? RecordingOf(Operation operation) =>
        operation switch
        {
            Excise excise => excise.Recording,
            Patch patch => patch.Recording,
            _ => null,
        };

    /// <summary>The tune that a recording's name means: its id, or the file that its export is saved as.</summary>
    public static string TuneOf(string recording) => recording.EndsWith(".npz", StringComparison.Ordinal) ? recording[..^4] : recording;

    /// <summary>What a plan calls the recording of a tune: the file that its export is saved as, so that the command line finds it.</summary>
    public static string RecordingOf(string tune) => tune + ".npz";

    /// <summary>What is wrong with a plan, as an answer.</summary>
    public static StudioException Refused(PlanFormatException e) =>
        new(StatusCodes.Status422UnprocessableEntity, char.ToUpperInvariant(e.Message[0]) + e.Message[1..]) { Operation = e.Operation };
}
