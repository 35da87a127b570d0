using Lilt.Notation.Playing;
using Lilt.Studio.Analyses;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Tunes;

/// <summary>One tune: what it is, what happened inside while it was made, and files of it.</summary>
internal static class TuneEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("tunes");
        api.MapGet("/tunes/{tune}", Get)
            .WithName("getTune")
            .WithSummary("A tune whole; key moves it for this answer (G, Bb).")
            .ProducesProblem(404);
        api.MapPatch("/tunes/{tune}", Change)
            .WithName("changeTune")
            .WithSummary("Renames or stars a tune, or chooses its key.")
            .ProducesProblem(404);
        api.MapDelete("/tunes/{tune}", Delete).WithName("deleteTune").WithSummary("Deletes a tune.").ProducesProblem(404);
        api.MapGet("/tunes/{tune}/recording/posterior", Posterior)
            .LooksInTurn()
            .WithName("getRecordedPosterior")
            .WithSummary(
                "The posterior at every step: float32, little endian, [T, V]; X-Lilt-Rows and X-Lilt-Columns. With a baseline, this less that over the steps that both have."
            )
            .Produces<byte[]>(200, "application/octet-stream")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapGet("/tunes/{tune}/recording/{site}/{layer:int}", Recording)
            .LooksInTurn()
            .WithName("getRecording")
            .WithSummary(
                "A site of a layer at every step: float32, little endian, [T, H]; X-Lilt-Rows and X-Lilt-Columns. With a baseline, this less that over the steps that both have."
            )
            .Produces<byte[]>(200, "application/octet-stream")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapGet("/tunes/{tune}/posterior", LikeliestOfAll)
            .LooksInTurn()
            .WithName("getLikeliestOfAll")
            .WithSummary("The likeliest tokens at every step, [T].")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapGet("/tunes/{tune}/posterior/{step:int}", Likeliest)
            .LooksInTurn()
            .WithName("getLikeliest")
            .WithSummary("The likeliest tokens at one step.")
            .ProducesProblem(404)
            .ProducesProblem(409);
        api.MapGet("/tunes/{tune}/beside/{other}", Compare)
            .WithName("compareTunes")
            .WithSummary("Two tunes token by token.")
            .ProducesProblem(404);
        api.MapGet("/tunes/{tune}/export", Export)
            .LooksInTurn()
            .WithName("exportTune")
            .WithSummary("A file of a tune; key moves it (G, Bb), tempo is as 110 or 3/8=110. Of midi and wav also how they sound.")
            .Produces<byte[]>(200, "application/octet-stream")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422);
    }

    private static Ok<TuneView> Get(string tune, TuneViews views, string? key = null) => TypedResults.Ok(views.Of(tune, key));

    private static Ok<TuneSummary> Change(string tune, TuneChange change, SessionStore store, StudioBounds bounds)
    {
        string? name = change.Name is null ? null : Bounded.Name(change.Name, bounds);
        string? key = change.Key is null or "" ? change.Key : TypedText.TonicOf(change.Key)!.Value.ToString();
        return TypedResults.Ok(store.ChangeTune(tune, name, change.Starred, key));
    }

    private static NoContent Delete(string tune, SessionStore store, RecordingCache recordings)
    {
        store.DeleteTune(tune);
        recordings.Remove(tune);
        return TypedResults.NoContent();
    }

    private static Task<IResult> Posterior(
        string tune,
        RecordedMatrices matrices,
        CancellationToken cancellation,
        string? baseline = null
    ) => matrices.GetAsync(tune, "posterior", 0, baseline, cancellation);

    private static Task<IResult> Recording(
        string tune,
        string site,
        int layer,
        RecordedMatrices matrices,
        CancellationToken cancellation,
        string? baseline = null
    ) => matrices.GetAsync(tune, site, layer, baseline, cancellation);

    private static async Task<Ok<PosteriorView>> Likeliest(string tune, int step, TuneAnalyses analyses, CancellationToken cancellation) =>
        TypedResults.Ok(await analyses.PosteriorAsync(tune, step, cancellation));

    private static async Task<Ok<IReadOnlyList<PosteriorView>>> LikeliestOfAll(
        string tune,
        TuneAnalyses analyses,
        CancellationToken cancellation
    ) => TypedResults.Ok(await analyses.PosteriorsAsync(tune, cancellation));

    private static Ok<TuneComparison> Compare(string tune, string other, TuneViews views) =>
        TypedResults.Ok(TuneComparison.Of(views.Of(tune).Tune, views.Of(other).Tune));

    private static Task<IResult> Export(
        string tune,
        Choice<ExportFormat> format,
        TuneExports exports,
        HttpContext context,
        CancellationToken cancellation,
        string? key = null,
        string? tempo = null,
        Choice<Swing>? swing = null,
        Choice<Timbre>? instrument = null,
        bool chords = false,
        bool metronome = false,
        bool countIn = false,
        bool byId = false
    ) =>
        exports.MakeAsync(
            tune,
            format.Value,
            key,
            tempo,
            new SoundChoice(swing, instrument, chords, metronome, countIn),
            byId,
            context.Response,
            cancellation
        );
}
