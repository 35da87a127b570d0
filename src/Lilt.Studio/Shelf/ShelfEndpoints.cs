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
            .WithSummary("Makes a study and sends events while it does. Closing the response ends it; X-Lilt-Job names it.")
            .Produces<StudyEvents>(200, "text/event-stream")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesProblem(429);
    }

    private static Ok<ShelfView> List(StudyShelf shelf) => TypedResults.Ok(shelf.View());

    private static async Task<IResult> Make(StudyRequest request, StudyMaking making, CancellationToken cancellation) =>
        await making.PrepareAsync(request, cancellation);
}
