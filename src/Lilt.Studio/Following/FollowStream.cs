using Lilt.Studio.Serving;

namespace Lilt.Studio.Following;

/// <summary>Answers with events as they happen, as server-sent events; closing the answer ends nothing but the telling.</summary>
internal sealed class FollowStream(EventHub.Listener listener) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using EventHub.Listener heard = listener;
        HttpResponse response = httpContext.Response;
        CancellationToken gone = httpContext.RequestAborted;
        try
        {
            await ServerEvent.BeginAsync(response, gone);
            while (await heard.Events.WaitToReadAsync(gone))
            {
                while (heard.Events.TryRead(out StudioEvent? happened))
                {
                    await ServerEvent.WriteAsync(response, happened.Name, happened.Data, gone);
                }

                await response.Body.FlushAsync(gone);
            }
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            // The page has gone; nobody is left to be told.
        }
        catch (IOException)
        {
            // The same, noticed while writing.
        }
    }
}
