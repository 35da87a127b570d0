using Lilt.Spectra;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Analyses;

/// <summary>What a tune's recording says: orders, spectra, bands, units, places that match.</summary>
internal static class AnalysisEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("analysis");
        api.MapGet("/tunes/{tune}/order", Order)
            .LooksInTurn()
            .WithName("orderUnits")
            .WithSummary("An order of a layer's units; low and high are the band in steps, event what binding goes by.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet("/tunes/{tune}/spectra", Spectra)
            .LooksInTurn()
            .WithName("getSpectra")
            .WithSummary("Mean spectra of all layers.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet("/tunes/{tune}/band", GetBand)
            .LooksInTurn()
            .WithName("getBand")
            .WithSummary(
                "The units that hold the most power in a band of low to high steps: over a fraction (above), or a share of each layer (top, frequency 0 left out)."
            )
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
        api.MapGet("/tunes/{tune}/values", Values)
            .WithName("exportValues")
            .WithSummary(
                "Chosen units (3,5-9; all unless told otherwise) of a site at chosen steps (10-20): a table of their values, the same for NumPy, the plan that holds them at 0, or the command line that makes the table."
            )
            .Produces<byte[]>(200, "application/octet-stream")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapGet("/tunes/{tune}/units/{layer:int}/{unit:int}", Unit)
            .LooksInTurn()
            .WithName("getUnit")
            .WithSummary("Everything about one unit.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapPost("/tunes/{tune}/matches", Matches)
            .WithName("findMatches")
            .WithSummary(
                "Units that are on over a range of steps and off at its edges, and where else they are on together: events named matches, each with all that was found so far. Closing the response ends the search."
            )
            .Produces<MatchView>(200, "text/event-stream")
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static Task<IResult> Values(
        string tune,
        ChosenExports exports,
        HttpContext context,
        CancellationToken cancellation,
        Choice<ChosenFormat>? format = null,
        string site = "h",
        int layer = 1,
        string? units = null,
        string? steps = null
    ) => exports.MakeAsync(tune, format?.Value ?? ChosenFormat.Csv, site, layer, units, steps, context.Response, cancellation);

    private static async Task<Ok<UnitOrderView>> Order(
        string tune,
        TuneAnalyses analyses,
        CancellationToken cancellation,
        string site = "h",
        int layer = 1,
        Choice<UnitOrderKind>? by = null,
        double? low = null,
        double? high = null,
        Choice<BoundEvent>? @event = null
    ) =>
        TypedResults.Ok(
            await analyses.OrderAsync(
                tune,
                site,
                layer,
                by?.Value ?? UnitOrderKind.Index,
                Bounded.Band(low, high),
                @event?.Value ?? BoundEvent.Written,
                cancellation
            )
        );

    private static async Task<Ok<SpectraView>> Spectra(
        string tune,
        TuneAnalyses analyses,
        CancellationToken cancellation,
        string site = "h",
        Choice<WindowShape>? window = null
    ) => TypedResults.Ok(await analyses.SpectraAsync(tune, site, window?.Value ?? WindowShape.Hann, cancellation));

    private static async Task<Ok<BandView>> GetBand(
        string tune,
        TuneAnalyses analyses,
        CancellationToken cancellation,
        string site = "h",
        Choice<WindowShape>? window = null,
        double? low = null,
        double? high = null,
        double? above = null,
        double? top = null
    ) =>
        TypedResults.Ok(
            await analyses.BandAsync(
                tune,
                site,
                window?.Value ?? WindowShape.Hann,
                Bounded.Band(low, high),
                Bounded.Fraction("above", above),
                Bounded.Fraction("top", top),
                cancellation
            )
        );

    private static async Task<Ok<UnitView>> Unit(
        string tune,
        int layer,
        int unit,
        TuneAnalyses analyses,
        CancellationToken cancellation,
        string site = "h",
        Choice<WindowShape>? window = null
    ) => TypedResults.Ok(await analyses.UnitAsync(tune, site, layer, unit, window?.Value ?? WindowShape.Hann, cancellation));

    private static async Task<IResult> Matches(string tune, MatchRequest request, MatchSearch search, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(await search.BeginAsync(tune, request, cancellation), "matches");
}
