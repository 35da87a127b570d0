using System.Text.Json;

namespace Lilt.Studio.Serving;

/// <summary>Writes one server-sent event: its name, and its data as JSON.</summary>
internal static class ServerEvent
{
    public static async Task WriteAsync<T>(HttpResponse response, string name, T data, CancellationToken cancellation)
    {
        await response.WriteAsync($"event: {name}\ndata: ", cancellation);
        await response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(data, StudioJson.Options), cancellation);
        await response.WriteAsync("\n\n", cancellation);
    }
}
