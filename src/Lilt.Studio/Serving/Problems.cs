using System.Text.Json;
using System.Text.RegularExpressions;
using Lilt.Studio.Models;
using Lilt.Studio.Sessions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Lilt.Studio.Serving;

/// <summary>Turns what goes wrong into problem details whose detail is a sentence.</summary>
internal sealed partial class Problems(StudioOptions options, RequestDelegate next)
{
    private const string Type = "about:blank";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null })
            {
                await DrainAsync(context);
                await WriteAsync(context, context.Response.StatusCode, Plain(context), null);
            }
        }
        catch (Exception thrown) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            Exception e = StoreRefusal.Of(thrown) ?? thrown;
            (int status, string detail) = Explain(e, MostBytes(context));
            if (status == StatusCodes.Status500InternalServerError)
            {
                options.Complaints.WriteLine($"lilt serve: {context.Request.Method} {context.Request.Path}: {e}");
            }

            context.Response.Headers.ContentDisposition = default;
            await DrainAsync(context);
            await WriteAsync(context, status, detail, e as StudioException);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    }

    // What ASP.NET Core says of a parameter, without the names of types.
    [GeneratedRegex("""^Failed to bind parameter "[^"]* (?<name>[^" ]+)" from "(?<value>.*)"\.$""", RegexOptions.Singleline)]
    private static partial Regex Unbound();

    [GeneratedRegex("""^Required parameter "[^"]* (?<name>[^" ]+)" was not provided""")]
    private static partial Regex Missing();

    private static (int Status, string Detail) Explain(Exception e, long most) =>
        e switch
        {
            StudioException refused => (refused.Status, refused.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => (413, RequestSize.TooLarge(most)),
            BadHttpRequestException { InnerException: JsonException json } => (400, $"The request's JSON cannot be read: {json.Message}"),
            BadHttpRequestException bad when Unbound().Match(bad.Message) is { Success: true } match => (
                bad.StatusCode,
                $"'{match.Groups["name"]}' cannot be '{match.Groups["value"]}'."
            ),
            BadHttpRequestException bad when Missing().Match(bad.Message) is { Success: true } match => (
                bad.StatusCode,
                $"'{match.Groups["name"]}' is missing."
            ),
            BadHttpRequestException bad when bad.Message.Contains("no body was provided", StringComparison.Ordinal) => (
                bad.StatusCode,
                "The request has no body: send JSON."
            ),
            BadHttpRequestException bad => (bad.StatusCode, $"The request cannot be read: {bad.Message}"),
            _ => (
                StatusCodes.Status500InternalServerError,
                "Something went wrong inside the studio; its window says what. The tunes that were kept are safe."
            ),
        };

    // Who is refused while sending gets to read why: the server below reads on for some seconds only, and then hangs up.
    private static async Task DrainAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not > 0 || context.Request.Headers.Expect.Count > 0)
        {
            return;
        }

        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception e) when (e is BadHttpRequestException or IOException or InvalidOperationException or OperationCanceledException)
        {
            // It is larger than is read here, damaged, or gone.
        }
    }

    private long MostBytes(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? options.Bounds.BodyBytes;

    private string Plain(HttpContext context) =>
        context.Response.StatusCode switch
        {
            StatusCodes.Status413PayloadTooLarge => RequestSize.TooLarge(MostBytes(context)),
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
            StatusCodes.Status415UnsupportedMediaType => "The request's body is not of the right kind: send JSON, as application/json.",
            int status =>
                $"The request cannot be answered ({ReasonPhrases.GetReasonPhrase(status)}): reload the page, or look at the address.",
        };

    private static Task WriteAsync(HttpContext context, int status, string detail, StudioException? refused)
    {
        context.Response.StatusCode = status;
        string title = ReasonPhrases.GetReasonPhrase(status);
        return refused switch
        {
            { Faults: { } faults } => WriteAsync(context, new TextProblem(Type, title, status, detail, faults, refused.Tunes)),
            { Operation: { } operation } => WriteAsync(context, new PlanProblem(Type, title, status, detail, operation)),
            _ => WriteAsync(
                context,
                new ProblemDetails
                {
                    Type = Type,
                    Title = title,
                    Status = status,
                    Detail = detail,
                }
            ),
        };
    }

    private static Task WriteAsync<T>(HttpContext context, T problem) =>
        context.Response.WriteAsJsonAsync(problem, StudioJson.Options, "application/problem+json");
}
