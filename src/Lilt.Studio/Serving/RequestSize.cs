using System.Globalization;
using Lilt.Studio.Models;
using Microsoft.AspNetCore.Http.Features;

namespace Lilt.Studio.Serving;

/// <summary>Refuses, with a sentence, requests that are larger than the studio reads.</summary>
/// <remarks>
/// The server below takes more, since it would hang up on a longer address without a word, and on a longer body while that is still being
/// sent. A body of unknown length is counted by the server.
/// </remarks>
internal sealed class RequestSize(StudioBounds bounds, RequestDelegate next)
{
    /// <summary>The longest address that reaches the studio, to be refused with a sentence; the server hangs up on a longer one.</summary>
    public const int LongestSeen = 1 << 19;

    /// <summary>The largest headers that reach the studio, to be refused with a sentence.</summary>
    public const int LargestHeadersSeen = 1 << 19;

    private const int LongestAddress = 8 << 10;
    private const int LargestHeaders = 32 << 10;

    // A body that is refused is read to its end, so that whoever sends it gets to read why; not one without end.
    private const long MostDrained = 1L << 30;

    /// <summary>What a body that is too large is refused with.</summary>
    public static string TooLarge(long most) =>
        string.Create(CultureInfo.InvariantCulture, $"The request is larger than the {Size(most)} that are read here: send less at once.");

    /// <summary>A number of bytes in words.</summary>
    public static string Size(long bytes) =>
        bytes % (1 << 20) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB")
        : bytes % (1 << 10) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{bytes >> 10} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes");

    public async Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if ((request.Path.Value?.Length ?? 0) + (request.QueryString.Value?.Length ?? 0) > LongestAddress)
        {
            throw new StudioException(
                StatusCodes.Status414UriTooLong,
                $"The address is longer than the {LongestAddress} characters that are read: ask for fewer things at once."
            );
        }

        if (request.Headers.Sum(header => header.Key.Length + header.Value.Sum(value => value?.Length ?? 0)) > LargestHeaders)
        {
            throw new StudioException(
                StatusCodes.Status431RequestHeaderFieldsTooLarge,
                $"The request's headers are larger than the {Size(LargestHeaders)} that are read: clear the browser's cookies of this address."
            );
        }

        bool isModel = request.Path == "/api/models";
        long most =
            isModel ? bounds.ModelFileBytes
            : request.Path == "/api/sessions/import" ? bounds.ImportBytes
            : bounds.BodyBytes;
        if (request.ContentLength > most)
        {
            await DrainAsync(context);
            throw new StudioException(StatusCodes.Status413PayloadTooLarge, isModel ? AddedModels.TooLarge(bounds) : TooLarge(most));
        }

        await next(context);
    }

    private static async Task DrainAsync(HttpContext context)
    {
        // Who asks before sending is told before sending.
        if (
            context.Request.ContentLength > MostDrained
            || context.Request.Headers.Expect.Count > 0
            || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit
        )
        {
            return;
        }

        limit.MaxRequestBodySize = MostDrained;
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
    }
}
