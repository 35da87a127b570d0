using Microsoft.Net.Http.Headers;

namespace Lilt.Studio.Serving;

/// <summary>Names the file that an answer is saved as.</summary>
internal static class Attachment
{
    private const int LongestName = 80;

    /// <summary>Sets the header; what a file's name cannot hold becomes a dash.</summary>
    public static void Name(HttpResponse response, string name, string ending)
    {
        string clean = string.Concat(
                name.Take(LongestName).Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or ',' ? letter : '-')
            )
            .Trim();
        ContentDispositionHeaderValue header = new("attachment");
        header.SetHttpFileName($"{(clean.Length > 0 ? clean : "lilt")}.{ending}");
        response.Headers.ContentDisposition = header.ToString();
    }
}
