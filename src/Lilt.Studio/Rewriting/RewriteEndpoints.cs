using Lilt.Notation;
using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Rewriting;

/// <summary>Measures of a tune written again.</summary>
internal static class RewriteEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("rewriting");
        api.MapPost("/tunes/{tune}/rewrite", Rewrite)
            .WithName("rewriteTune")
            .WithSummary(
                "Has a network write some of a tune again: events named offers, each with all that was found so far. Closing the response ends it."
            )
            .Produces<RewriteView>(200, "text/event-stream")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapPost("/tunes/{tune}/rewritten", Take)
            .WithName("takeOffer")
            .WithSummary("Keeps an offer as a tune of the session, which the network reads; the tune that it was made from stays.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet("/tunes/{tune}/range", Range)
            .WithName("getOutsideRange")
            .WithSummary("The notes of a tune outside a range: an instrument's, or from one note to another, as D-b.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet("/instruments", Instruments).WithName("listInstruments").WithSummary("The instruments that have a range.");
    }

    private static async Task<IResult> Rewrite(
        string tune,
        RewriteRequest request,
        TuneRewriting rewriting,
        CancellationToken cancellation
    ) => TypedResults.ServerSentEvents(await rewriting.BeginAsync(tune, request, cancellation), "offers");

    private static async Task<Created<TuneSummary>> Take(
        string tune,
        TakeRequest request,
        TuneRewriting rewriting,
        CancellationToken cancellation
    )
    {
        TuneSummary made = await rewriting.TakeAsync(tune, request, cancellation);
        return TypedResults.Created($"/api/tunes/{made.Id}", made);
    }

    private static async Task<Ok<RangeView>> Range(
        string tune,
        string range,
        TuneRewriting rewriting,
        CancellationToken cancellation,
        int semitones = 0
    ) => TypedResults.Ok(await rewriting.RangeAsync(tune, range, semitones, cancellation));

    private static Ok<IReadOnlyList<InstrumentView>> Instruments() =>
        TypedResults.Ok<IReadOnlyList<InstrumentView>>([
            .. Instrument.All.Select(of => new InstrumentView(of.Name, of.Title, of.Range.ToString())),
        ]);
}
