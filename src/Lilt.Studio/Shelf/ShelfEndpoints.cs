using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Shelf;

/// <summary>The shelf of studies.</summary>
internal static class ShelfEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("studies");
        api.MapGet("/studies", List)
            .WithName("listStudies")
            .WithSummary("The studies on the shelf, the newest first, and the kinds that can be made.")
            .ProducesProblem(409);
        api.MapPost("/studies", Make)
            .WithName("makeStudy")
            .WithSummary("Begins a study; how far it is is told among the studio's events. DELETE /jobs/{job} stops it.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesProblem(429);
    }

    private static Ok<ShelfView> List(StudyMaking making) => TypedResults.Ok(making.View());

    private static async Task<Accepted<MakingView>> Make(StudyRequest request, StudyMaking making, CancellationToken cancellation) =>
        TypedResults.Accepted((string?)null, await making.BeginAsync(request, cancellation));
}
