using System.Globalization;
using System.Text;

namespace Lilt.WeightFiles;

/// <summary>Text out of an untrusted file, made fit to stand in a message of one line.</summary>
internal static class QuotedText
{
    private const int LongestShown = 60;

    /// <summary>The text in single quotes: control characters escaped, the rest of a long one left out.</summary>
    public static string Of(string text)
    {
        StringBuilder quoted = new("'");
        foreach (char letter in text.AsSpan(0, Math.Min(text.Length, LongestShown)))
        {
            if (char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029')
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                quoted.Append(letter);
            }
        }

        return quoted.Append(text.Length > LongestShown ? "…'" : "'").ToString();
    }
}
