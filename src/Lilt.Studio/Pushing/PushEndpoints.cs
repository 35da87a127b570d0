using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Pushing;

/// <summary>Pushing the clock: giving layers the state that they have elsewhere in a measure.</summary>
internal static class PushEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("pushing");
        api.MapGet("/tunes/{tune}/places", Places)
            .WithName("getPlaces")
            .WithSummary("Where a measure token could stand in a tune.")
            .ProducesProblem(404);
        api.MapPost("/tunes/{tune}/push", Push)
            .WithName("pushClock")
            .WithSummary(
                "Makes a tune again with the state of one layer, or of all, at one step taken from elsewhere in a measure: of the same tune, of another of the session under its header, or of one that is written for it. A tune of one's own is read again."
            )
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesProblem(429);
        api.MapGet("/tunes/{tune}/push", Pushed)
            .WithName("getPush")
            .WithSummary("What the push did that made a tune; nothing where no push made it.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
    }

    private static Ok<PlacesView> Places(string tune, TunePlaces places) => TypedResults.Ok(places.Of(tune).View());

    private static async Task<Created<TuneSummary>> Push(
        string tune,
        PushRequest request,
        ClockPusher pusher,
        CancellationToken cancellation
    )
    {
        TuneSummary made = await pusher.PushAsync(tune, request, cancellation);
        return TypedResults.Created($"/api/tunes/{made.Id}", made);
    }

    private static async Task<Results<Ok<PushView>, NoContent>> Pushed(string tune, PushReading reading, CancellationToken cancellation) =>
        await reading.OfAsync(tune, cancellation) is { } view ? TypedResults.Ok(view) : TypedResults.NoContent();
}
