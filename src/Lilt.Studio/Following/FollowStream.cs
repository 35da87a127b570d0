using Lilt.Studio.Serving;
using Microsoft.AspNetCore.Http.Features;

namespace Lilt.Studio.Following;

/// <summary>Answers with events as they happen, as server-sent events; closing the answer ends nothing but the telling.</summary>
internal sealed class FollowStream(EventHub.Listener listener) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using EventHub.Listener heard = listener;
        HttpResponse response = httpContext.Response;
        response.ContentType = "text/event-stream";
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        CancellationToken gone = httpContext.RequestAborted;
        try
        {
            await response.StartAsync(gone);
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
