using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Sessions;

/// <summary>What was deleted and can be had back.</summary>
internal static class DeletedEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("deleted");
        api.MapGet("/deleted", List)
            .WithName("listDeleted")
            .WithSummary("The sessions, the tunes and effects of a session, and the models that were deleted and can be had back.");
        api.MapDelete("/deleted", Empty).WithName("emptyDeleted").WithSummary("Deletes all of these for good.");
        api.MapPost("/tunes/{tune}/restore", Tune)
            .WithName("restoreTune")
            .WithSummary("Has a deleted tune back, at the place where it was.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapPost("/sessions/{session}/restore", Session)
            .WithName("restoreSession")
            .WithSummary("Has a deleted session back with the tunes that it had.")
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static Ok<DeletedView> List(RecentlyDeleted deleted, string? session = null) => TypedResults.Ok(deleted.View(session));

    private static NoContent Empty(RecentlyDeleted deleted)
    {
        deleted.Empty();
        return TypedResults.NoContent();
    }

    private static Ok<TuneSummary> Tune(string tune, RecentlyDeleted deleted) => TypedResults.Ok(deleted.RestoreTune(tune));

    private static Ok<SessionView> Session(string session, RecentlyDeleted deleted) => TypedResults.Ok(deleted.RestoreSession(session));
}
