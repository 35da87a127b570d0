using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Lilt.Studio.Serving;

/// <summary>Names the file that an answer is saved as.</summary>
internal static class Attachment
{
    private const int LongestName = 80;

    /// <summary>Sets the header.</summary>
    public static void Name(HttpResponse response, string name, string ending)
    {
        ContentDispositionHeaderValue header = new("attachment");
        header.SetHttpFileName($"{Stem(name)}.{ending}");
        response.Headers.ContentDisposition = header.ToString();
    }

    /// <summary>A name as a file's, as the page makes it too: small letters and digits, their accents left out, with hyphens between.</summary>
    internal static string Stem(string name)
    {
        StringBuilder stem = new();
        foreach (Rune letter in name.Normalize(NormalizationForm.FormKD).ToLowerInvariant().EnumerateRunes())
        {
            if (Rune.IsLetter(letter) || Rune.IsNumber(letter))
            {
                stem.Append(letter);
            }
            else if (!IsMark(letter) && stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }
        }

        string whole = stem.ToString().TrimEnd('-');
        return whole.Length == 0 ? "tune" : whole[..Math.Min(whole.Length, LongestName)];
    }

    private static bool IsMark(Rune letter) =>
        Rune.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
