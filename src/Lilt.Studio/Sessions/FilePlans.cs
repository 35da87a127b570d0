using System.Text.Json.Nodes;
using Lilt.Operations;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Sessions;

/// <summary>Plans of a session's file.</summary>
internal sealed class FilePlans(StudioPlans plans)
{
    /// <summary>A plan, with the recordings of the file's tunes under their new names.</summary>
    /// <param name="json">The plan as it stands.</param>
    /// <param name="ids">The new ids of tunes, by those that they have in the file.</param>
    /// <param name="wrong">Says of what has the plan what is wrong with it.</param>
    /// <exception cref="StudioException">It cannot be read, or does nothing.</exception>
    public OperationPlan Read(JsonNode json, IReadOnlyDictionary<string, string> ids, Func<string, StudioException> wrong)
    {
        OperationPlan? plan;
        try
        {
            plan = plans.Read(json);
        }
        catch (StudioException e)
        {
            throw wrong($"has a plan that cannot be read: {e.Message}");
        }

        if (plan is null)
        {
            throw wrong("has a plan without operations");
        }

        string? Renamed(string? recording) => recording is null ? null : ids.GetValueOrDefault(StudioPlans.TuneOf(recording)) ?? recording;
        return new OperationPlan(
            plan.Operations.Select(operation =>
                operation switch
                {
                    Excise excise => excise with { Recording = Renamed(excise.Recording) },
                    Patch patch => patch with { Recording = Renamed(patch.Recording)! },
                    _ => operation,
                }
            )
        );
    }
}
