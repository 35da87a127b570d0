using System.Text;
using Lilt.Studio.Tunes;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Lilt.Studio.Serving;

/// <summary>The built page's files, known by name from the start: an address that is none of them never reaches the disk.</summary>
internal sealed class PageFiles
{
    /// <summary>What is missing where the page was not built.</summary>
    public const string NotBuilt = "The studio's page was not built: install Node.js 20.19 or later (package nodejs) and build Lilt again.";

    /// <summary>Where the page's own token is put into its first file.</summary>
    public const string TokenPlace = "{{LILT_TOKEN}}";

    private const string First = "index.html";
    private const string Hashed = "assets/";

    // The better first; a browser names the first of them only where the connection is one that nobody else can listen to.
    private static readonly (string Name, string Ending)[] Encodings = [("br", ".br"), ("gzip", ".gz")];

    private readonly Dictionary<string, string> files = new(StringComparer.Ordinal);
    private readonly FileExtensionContentTypeProvider types = new();
    private readonly PageToken token;

    public PageFiles(StudioOptions options, PageToken token)
    {
        this.token = token;
        if (Directory.Exists(options.PageFolder))
        {
            foreach (string path in Directory.EnumerateFiles(options.PageFolder, "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(options.PageFolder, path).Replace('\\', '/')] = path;
            }
        }
    }

    /// <summary>Whether there is a page.</summary>
    public bool IsBuilt => files.ContainsKey(First);

    /// <summary>The file of an address.</summary>
    public IResult Get(string? name, HttpRequest request, HttpResponse response)
    {
        if (string.IsNullOrEmpty(name))
        {
            name = First;
        }

        if (!files.TryGetValue(name, out string? path) || name == HandoutPage.FormFile || IsCompressed(name))
        {
            return name == First
                ? TypedResults.Text(NotBuilt + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
                : TypedResults.NotFound();
        }

        response.Headers.CacheControl = name.StartsWith(Hashed, StringComparison.Ordinal)
            ? "public, max-age=31536000, immutable"
            : "no-cache";
        if (name == First)
        {
            string page = File.ReadAllText(path, Encoding.UTF8).Replace(TokenPlace, token.Text, StringComparison.Ordinal);
            response.Headers.CacheControl = "no-store";
            return TypedResults.Content(page, "text/html; charset=utf-8");
        }

        string type = types.TryGetContentType(name, out string? known) ? known : "application/octet-stream";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        foreach ((string encoding, string ending) in Encodings)
        {
            if (files.TryGetValue(name + ending, out string? smaller) && Takes(request, encoding))
            {
                response.Headers.ContentEncoding = encoding;
                path = smaller;
                break;
            }
        }

        return TypedResults.PhysicalFile(path, type);
    }

    /// <summary>Whether a file is another's compressed form, which is sent in its place and has no address.</summary>
    private bool IsCompressed(string name) =>
        Array.Exists(
            Encodings,
            encoding => name.EndsWith(encoding.Ending, StringComparison.Ordinal) && files.ContainsKey(name[..^encoding.Ending.Length])
        );

    private static bool Takes(HttpRequest request, string encoding) =>
        request
            .GetTypedHeaders()
            .AcceptEncoding.Any(taken => taken.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && taken.Quality is not 0.0);
}
