using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lilt.Studio.Sessions;

/// <summary>Sessions: named sets of tunes.</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api = api.MapGroup("").WithTags("sessions");
        api.MapGet("/sessions", List).WithName("listSessions").WithSummary("All sessions, the newest first.");
        api.MapPost("/sessions", Create).WithName("createSession").WithSummary("Makes a session.").ProducesProblem(409);
        api.MapGet("/sessions/{session}", Get).WithName("getSession").WithSummary("A session and its tunes.").ProducesProblem(404);
        api.MapPatch("/sessions/{session}", Rename).WithName("renameSession").WithSummary("Renames a session.").ProducesProblem(404);
        api.MapDelete("/sessions/{session}", Delete)
            .WithName("deleteSession")
            .WithSummary("Deletes a session and all its tunes.")
            .ProducesProblem(404);
        api.MapGet("/sessions/{session}/export", Export)
            .WithName("exportSession")
            .WithSummary("A session as one file.")
            .ProducesProblem(404)
            .Produces<SessionFile>(200, "application/json");
        api.MapGet("/sessions/{session}/abc", Abc)
            .WithName("getSessionAbc")
            .WithSummary(
                "Tunes of a session as one file of ABC, numbered from 1: all, those that are starred, or those whose ids stand in tunes with commas between. Key and tempo as of a tune's file."
            )
            .Produces<string>(200, "text/vnd.abc")
            .ProducesProblem(404)
            .ProducesProblem(422);
        api.MapPost("/sessions/import", Import)
            .WithName("importSession")
            .WithSummary("Makes a session from such a file.")
            .ProducesProblem(409)
            .ProducesProblem(422)
            .Accepts<SessionFile>("application/json");
        api.MapGet("/sessions/{session}/handout", GetHandout)
            .WithName("getHandout")
            .WithSummary("One page that shows tunes without the studio; tunes are ids with commas between, key is a tonic to show them in.")
            .Produces<string>(200, "text/html")
            .Produces<Handout>(200, "application/json")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(503);
    }

    private static Ok<IReadOnlyList<SessionSummary>> List(SessionStore store) => TypedResults.Ok(store.Sessions());

    private static Created<SessionView> Create(SessionName request, SessionStore store, StudioBounds bounds)
    {
        SessionView made = store.CreateSession(Bounded.Name(request.Name, bounds));
        return TypedResults.Created($"/api/sessions/{made.Id}", made);
    }

    private static Ok<SessionView> Get(string session, SessionStore store) => TypedResults.Ok(store.Session(session));

    private static Ok<SessionView> Rename(string session, SessionName request, SessionStore store, StudioBounds bounds) =>
        TypedResults.Ok(store.RenameSession(session, Bounded.Name(request.Name, bounds)));

    private static NoContent Delete(string session, SessionStore store, RecordingCache recordings)
    {
        foreach (string tune in store.DeleteSession(session))
        {
            recordings.Remove(tune);
        }

        return TypedResults.NoContent();
    }

    private static JsonHttpResult<SessionFile> Export(string session, SessionStore store, HttpContext context)
    {
        SessionFile file = store.Export(session);
        Attachment.Name(context.Response, file.Name, "lilt.json");
        return TypedResults.Json(file);
    }

    private static ContentHttpResult Abc(
        string session,
        SessionStore store,
        SessionTunes writer,
        HttpContext context,
        string? tunes = null,
        bool starred = false,
        string? key = null,
        string? tempo = null
    )
    {
        SessionView of = store.Session(session);
        string file = writer.Write(of, tunes, starred, key, tempo);
        Attachment.Name(context.Response, of.Name, "abc");
        return TypedResults.Content(file, "text/vnd.abc; charset=utf-8");
    }

    private static async Task<Created<SessionView>> Import(HttpContext context, SessionImport import, CancellationToken cancellation)
    {
        SessionView made = await import.ReadAsync(context.Request, cancellation);
        return TypedResults.Created($"/api/sessions/{made.Id}", made);
    }

    private static async Task<IResult> GetHandout(
        string session,
        string tunes,
        HandoutPage page,
        HttpContext context,
        CancellationToken cancellation,
        Choice<HandoutForm>? form = null,
        string? key = null
    )
    {
        Handout handout = await page.MakeAsync(session, tunes, key, cancellation);
        if (form?.Value == HandoutForm.Json)
        {
            return TypedResults.Json(handout);
        }

        string html = page.Fill(handout);
        Attachment.Name(context.Response, handout.Title, "html");
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }
}
