using Microsoft.AspNetCore.StaticFiles;

namespace Lilt.Studio.Shelf;

/// <summary>
/// Files of studies. A study may come from anybody, so its page runs by itself: it has no part in the studio's origin, cannot ask the studio
/// for anything, and loads nothing.
/// </summary>
internal sealed class ShelfFiles(StudyShelf shelf)
{
    /// <summary>What the addresses of studies begin with.</summary>
    public const string Address = "/studies";

    // The page is one file that holds its script and its style. In a sandbox without allow-same-origin its origin is nobody's: the page's
    // token, the sessions and the browser's storage are out of its reach.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-downloads";

    private readonly FileExtensionContentTypeProvider types = new();

    /// <summary>A file of a study; its page where none is named.</summary>
    public IResult Get(string study, string? file, HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;

        // A browser takes no page that is in a sandbox and asks for a group of its own as well.
        response.Headers.Remove("Cross-Origin-Opener-Policy");
        return shelf.FileOf(study, file) is { } path
            ? TypedResults.PhysicalFile(path, types.TryGetContentType(path, out string? known) ? known : "application/octet-stream")
            : TypedResults.NotFound();
    }
}
