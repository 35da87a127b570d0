using Lilt.Studio.Serving;

namespace Lilt.Studio.Following;

/// <summary>What happens in the studio, as it happens.</summary>
internal static class FollowEndpoints
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/events", Follow)
            .WithTags("following")
            .WithName("follow")
            .WithSummary(
                "Events as they happen: of all runs and sessions, those under way told from their beginning; or, with a job, of that run from its beginning to its end. Closing the answer ends no run."
            )
            .Produces<FollowEvents>(200, "text/event-stream")
            .ProducesProblem(404);

    private static FollowStream Follow(EventHub hub, string? job = null) =>
        new(job is null ? hub.Listen() : hub.Listen(job) ?? throw StudioException.NoRun());
}
