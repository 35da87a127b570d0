using System.Text.Json;
using Lilt.Studio.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Effects;

/// <summary>What plans do over many seeds.</summary>
internal static class EffectEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("effects");
        api.MapGet("/sessions/{session}/effects", List)
            .WithName("listEffects")
            .WithSummary("The effects of a session, the newest first, those under way as far as they are.")
            .ProducesProblem(404);
        api.MapPost("/sessions/{session}/effects", Begin)
            .WithName("beginEffect")
            .WithSummary(
                "Has a plan's effect found over many seeds: each gives a tune of the network as it is and one under the plan, with the same random numbers. It goes on by itself; /api/events tells how far it is, DELETE of its job stops it. What the session has already is not found twice."
            )
            .ProducesProblem(404)
            .ProducesProblem(409)
            .Produces<Models.PlanProblem>(422, "application/problem+json")
            .ProducesProblem(429);
        api.MapGet("/effects/{effect}", Get).WithName("getEffect").WithSummary("An effect, as far as it is.").ProducesProblem(404);
        api.MapGet("/effects/{effect}/export", Export)
            .WithName("exportEffect")
            .WithSummary("A table of an effect in CSV, or its plan.")
            .Produces<string>(200, "text/csv")
            .ProducesProblem(404);
        api.MapDelete("/effects/{effect}", Delete)
            .WithName("deleteEffect")
            .WithSummary("Deletes an effect; one that is under way is stopped.")
            .ProducesProblem(404);
        api.MapPost("/effects/{effect}/restore", Restore)
            .WithName("restoreEffect")
            .WithSummary("Has a deleted effect back.")
            .ProducesProblem(404);
    }

    private static Ok<IReadOnlyList<EffectView>> List(string session, EffectRuns effects) => TypedResults.Ok(effects.Of(session));

    private static async Task<Accepted<EffectView>> Begin(
        string session,
        EffectRequest request,
        EffectRuns effects,
        CancellationToken cancellation
    )
    {
        EffectView effect = await effects.BeginAsync(session, request, cancellation);
        return TypedResults.Accepted($"/api/effects/{effect.Id}", effect);
    }

    private static Ok<EffectView> Get(string effect, EffectRuns effects) => TypedResults.Ok(effects.Get(effect));

    private static ContentHttpResult Export(
        string effect,
        EffectRuns effects,
        EffectStore store,
        HttpContext context,
        Choice<EffectTable>? format = null
    )
    {
        EffectView of = effects.Get(effect);
        string name = $"effect {of.Done} {of.Made} tunes from seed {of.Seed}";
        if (format?.Value == EffectTable.Plan)
        {
            Attachment.Name(context.Response, name, "plan.json");
            return TypedResults.Content(of.Plan.ToJsonString(Indented) + "\n", "application/json; charset=utf-8");
        }

        bool isTunes = format?.Value == EffectTable.Tunes;
        Attachment.Name(context.Response, isTunes ? $"{name} by seed" : name, "csv");
        return TypedResults.Content(
            isTunes ? EffectTables.Tunes(of, store.Pairs(effect)) : EffectTables.Figures(of),
            "text/csv; charset=utf-8"
        );
    }

    private static NoContent Delete(string effect, EffectRuns effects)
    {
        effects.Delete(effect);
        return TypedResults.NoContent();
    }

    private static Ok<EffectView> Restore(string effect, EffectRuns effects) => TypedResults.Ok(effects.Restore(effect));

    private static readonly JsonSerializerOptions Indented = new(StudioJson.Options) { WriteIndented = true };
}
