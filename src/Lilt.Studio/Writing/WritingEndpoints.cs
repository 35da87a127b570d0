using Lilt.Notation.MusicXml;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Writing;

/// <summary>New tunes: written by a network, or given to it to read.</summary>
internal static class WritingEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("writing");
        api.MapPost("/sessions/{session}/tunes", Write)
            .WithName("writeTunes")
            .WithSummary(
                "Has a network write tunes. The run goes on by itself, after those of the session that were asked for before; /api/events tells what happens in it. A tune that the session has already is not made twice."
            )
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .ProducesProblem(429);
        api.MapPost("/sessions/{session}/given", Given)
            .WithName("giveTune")
            .WithSummary("Gives a network a tune of one's own to read.")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .Produces<TextProblem>(422, "application/problem+json");
        api.MapPost("/scores", Score)
            .WithName("readScore")
            .WithSummary("A score in MusicXML, plain or compressed (.mxl), as ABC.")
            .Accepts<byte[]>("application/octet-stream")
            .ProducesProblem(413)
            .ProducesProblem(422);
        api.MapGet("/jobs/{job}", Run).WithName("getRun").WithSummary("How far a run is, or how it ended.").ProducesProblem(404);
        api.MapDelete("/jobs/{job}", Cancel).WithName("cancelJob").WithSummary("Ends a run.").ProducesProblem(404);
    }

    private static async Task<Accepted<RunView>> Write(
        string session,
        WriteRequest request,
        TuneWriting writing,
        RunQueue runs,
        Rehearsal rehearsal,
        CancellationToken cancellation
    )
    {
        rehearsal.Stop();
        RunView run = runs.Begin(await writing.PrepareAsync(session, request, cancellation));
        return TypedResults.Accepted($"/api/jobs/{run.Job}", run);
    }

    private static Ok<RunView> Run(string job, RunQueue runs) => TypedResults.Ok(runs.View(job));

    private static async Task<Created<TuneSummary>> Given(
        string session,
        GivenRequest request,
        TuneReading reading,
        Rehearsal rehearsal,
        CancellationToken cancellation
    )
    {
        rehearsal.Stop();
        TuneSummary made = await reading.ReadAsync(session, request, cancellation);
        return TypedResults.Created($"/api/tunes/{made.Id}", made);
    }

    private static async Task<Ok<ScoreText>> Score(HttpRequest request, Workplaces workplaces, CancellationToken cancellation)
    {
        using MemoryStream file = new();
        await request.Body.CopyToAsync(file, cancellation);
        byte[] bytes = file.ToArray();
        try
        {
            MusicXmlText read = await workplaces.RunAsync(_ => MusicXmlReader.Read(bytes), cancellation);
            return TypedResults.Ok(new ScoreText(read.Abc, read.Remarks));
        }
        catch (MusicXmlFormatException e)
        {
            throw StudioException.Unreadable(e.Message);
        }
    }

    private static NoContent Cancel(string job, RunningJobs jobs) =>
        jobs.Cancel(job) ? TypedResults.NoContent() : throw new StudioException(404, "There is no such run under way: it has ended.");
}
