using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Lilt.Studio.Serving;

/// <summary>Server-sent events: each a name, and data as JSON.</summary>
internal static class ServerEvent
{
    /// <summary>Begins an answer of events, each of which goes out as it is flushed.</summary>
    public static Task BeginAsync(HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "text/event-stream";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        return response.StartAsync(cancellation);
    }

    /// <summary>Writes one event.</summary>
    public static async Task WriteAsync<T>(HttpResponse response, string name, T data, CancellationToken cancellation)
    {
        await response.WriteAsync($"event: {name}\ndata: ", cancellation);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(data, StudioJson.Options), cancellation);
        await response.WriteAsync("\n\n", cancellation);
    }
}
