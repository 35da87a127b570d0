using Lilt.Studies;
using Lilt.Studio.Serving;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>Answers with the events of a study that is made, as server-sent events; closing the answer ends it.</summary>
internal sealed class StudyStream(StudyRun run) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        (string job, Task<ShelvedStudy> made) = run.Start(stop);
        try
        {
            HttpResponse response = httpContext.Response;
            response.Headers[WritingEndpoints.JobHeader] = job;
            await ServerEvent.BeginAsync(response, httpContext.RequestAborted);
            await SendAllAsync(response, job, made, httpContext.RequestAborted);
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
            await made.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task SendAllAsync(HttpResponse response, string job, Task<ShelvedStudy> made, CancellationToken cancellation)
    {
        await foreach (ProgressEvent progress in run.Progress.ReadAllAsync(cancellation))
        {
            await ServerEvent.WriteAsync(response, "progress", progress, cancellation);
            await response.Body.FlushAsync(cancellation);
        }

        // What went wrong is told by the task, not thrown here.
        await made.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (made.IsCompletedSuccessfully)
        {
            await ServerEvent.WriteAsync(response, "made", made.Result, cancellation);
        }
        else
        {
            await ServerEvent.WriteAsync(
                response,
                "failed",
                new FailedEvent(job, Sentence(made.Exception?.GetBaseException()), made.IsCanceled),
                cancellation
            );
        }

        await response.Body.FlushAsync(cancellation);
    }

    private static string Sentence(Exception? failure) =>
        failure switch
        {
            null or OperationCanceledException => "The study was stopped.",
            StudyRefusedException or IOException or UnauthorizedAccessException => char.ToUpperInvariant(failure.Message[0])
                + failure.Message[1..],
            _ => "Something went wrong inside the studio while it made the study; its window says what.",
        };
}
