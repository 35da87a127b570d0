using Lilt.Studio.Tunes;

namespace Lilt.Studio.Serving;

/// <summary>Lets in only what the studio's own page sends from this machine, and says to the browser what the page may do.</summary>
/// <remarks>
/// A name that another site points at 127.0.0.1 is refused by its Host, another site's page by its Origin or Sec-Fetch-Site, and a request
/// that changes something without the page's token. The token alone would do for changes; the rest keeps what is read from other sites,
/// too.
/// </remarks>
internal sealed class Guard(PageToken token, RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src 'self' data: blob:; font-src 'self' data:; "
        + "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";

        HttpRequest request = context.Request;
        if (!IsOwn(request.Host, context.Connection.LocalPort))
        {
            throw new StudioException(
                StatusCodes.Status403Forbidden,
                "The studio answers under 127.0.0.1, localhost and [::1] alone: open the address that 'lilt serve' printed."
            );
        }

        if (
            request.Headers.Origin is { Count: > 0 } origin
            && (origin.Count > 1 || !string.Equals(origin[0], $"http://{request.Host.Value}", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new StudioException(
                StatusCodes.Status403Forbidden,
                "Another site's page asked for this; the studio answers its own page alone."
            );
        }

        // A link to the first page, or to a tune, may stand anywhere; everything else is asked for by the page itself, or by a person.
        if (
            request.Headers["Sec-Fetch-Site"] is [{ } site]
            && site is not ("same-origin" or "none")
            && request.Path != "/"
            && request.Path != ReadingPage.Address
        )
        {
            throw new StudioException(
                StatusCodes.Status403Forbidden,
                "Another site's page asked for this; the studio answers its own page alone."
            );
        }

        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method) && !token.IsOn(request))
        {
            throw new StudioException(
                StatusCodes.Status403Forbidden,
                "The request lacks the page's token, or the studio was started again since the page was opened: reload the page."
            );
        }

        return next(context);
    }

    private static bool IsOwn(HostString host, int port) => host.Host is "127.0.0.1" or "localhost" or "[::1]" && (host.Port ?? 80) == port;
}
