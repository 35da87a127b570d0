using System.Diagnostics;
using Lilt.Notation.Tokens;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;
using Microsoft.AspNetCore.Http.Features;

namespace Lilt.Studio.Serving;

/// <summary>Answers with the events of a run, as server-sent events; closing the answer ends the run.</summary>
internal sealed class EventStream(WritingRun run, StudioPauses pauses) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        (string job, Task ended) = run.Start(stop);
        try
        {
            HttpResponse response = httpContext.Response;
            response.ContentType = "text/event-stream";
            response.Headers[WritingEndpoints.JobHeader] = job;
            httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await response.StartAsync(httpContext.RequestAborted);
            await SendAllAsync(response, httpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The page has gone; nobody is left to be told.
        }
        catch (IOException)
        {
            // The same, noticed while writing.
        }
        finally
        {
            await stop.CancelAsync();
            await ended;
        }
    }

    private async Task SendAllAsync(HttpResponse response, CancellationToken cancellation)
    {
        long began = Stopwatch.GetTimestamp();
        Dictionary<int, (int Sent, TokenNames Names)> begun = [];
        int tunes = 0;
        string? problem = null;
        try
        {
            while (await run.Events.WaitToReadAsync(cancellation))
            {
                tunes += await SendAsync(response, begun, cancellation);
                // A run that has ended is told at once: the page can write again.
                await Task.WhenAny(run.Events.Completion, Task.Delay(pauses.Tokens, cancellation));
            }
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && Sentence(e) is not null)
        {
            problem = Sentence(e);
        }

        if (problem is not null)
        {
            await ServerEvent.WriteAsync(response, "failed", new FailedEvent(problem), cancellation);
        }
        else
        {
            await ServerEvent.WriteAsync(
                response,
                "done",
                new DoneEvent(tunes, Stopwatch.GetElapsedTime(began).TotalSeconds),
                cancellation
            );
        }

        await response.Body.FlushAsync(cancellation);
    }

    /// <summary>Sends all that has happened; how many tunes were whole.</summary>
    private async Task<int> SendAsync(
        HttpResponse response,
        Dictionary<int, (int Sent, TokenNames Names)> begun,
        CancellationToken cancellation
    )
    {
        SortedDictionary<int, List<string>> drawn = [];
        List<TuneSummary> whole = [];
        while (run.Events.TryRead(out RunEvent happened))
        {
            if (happened.Tune is { } tune)
            {
                whole.Add(tune);
                continue;
            }

            if (!drawn.TryGetValue(happened.Index, out List<string>? texts))
            {
                drawn[happened.Index] = texts = [];
            }

            texts.Add(run.Model.Vocabulary[happened.Token]);
        }

        foreach ((int index, List<string> texts) in drawn)
        {
            (int from, TokenNames names) = begun.TryGetValue(index, out (int, TokenNames) before) ? before : (0, new TokenNames(run.Tonic));
            List<string> sounds = [];
            foreach (string text in texts)
            {
                sounds.Add(names.Of(text) ?? text);
                names.Take(text);
            }

            await ServerEvent.WriteAsync(response, "tokens", new TokensEvent(index, from, texts, sounds), cancellation);
            begun[index] = (from + texts.Count, names);
        }

        foreach (TuneSummary tune in whole)
        {
            await ServerEvent.WriteAsync(response, "tune", tune, cancellation);
        }

        await response.Body.FlushAsync(cancellation);
        return whole.Count;
    }

    private static string? Sentence(Exception failure) =>
        failure switch
        {
            OperationCanceledException => "The run was stopped.",
            FormatException fault => char.ToUpperInvariant(fault.Message[0]) + fault.Message[1..],
            StudioException refused => refused.Message,
            _ => null,
        };
}
