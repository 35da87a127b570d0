using System.Text;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Tunes;

/// <summary>The handout's page without tunes of its own: it opens the tune that a link to it holds behind <c>#</c>.</summary>
internal sealed class ReadingPage(StudioOptions options)
{
    /// <summary>Its address, and the name that it is saved under.</summary>
    public const string Address = "/" + HandoutPage.FormFile;

    // As a study's page: whoever made the link, the studio's token and storage are out of the page's reach.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: blob:; media-src data: blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-downloads allow-modals";

    /// <summary>The page.</summary>
    public IResult Get(HttpResponse response)
    {
        string path = Path.Combine(options.PageFolder, HandoutPage.FormFile);
        if (!File.Exists(path))
        {
            return TypedResults.Text(PageFiles.NotBuilt + "\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }

        response.Headers.ContentSecurityPolicy = Policy;

        // A browser takes no page that is in a sandbox and asks for a group of its own as well.
        response.Headers.Remove("Cross-Origin-Opener-Policy");
        string page = File.ReadAllText(path, Encoding.UTF8)
            .Replace(HandoutPage.Title, "A tune", StringComparison.Ordinal)
            .Replace(HandoutPage.Data, "null", StringComparison.Ordinal);
        return TypedResults.Content(page, "text/html; charset=utf-8");
    }
}
