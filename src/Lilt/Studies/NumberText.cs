using System.Globalization;
using Lilt.Spectra;

namespace Lilt.Studies;

/// <summary>Numbers in sentences.</summary>
internal static class NumberText
{
    /// <summary>A number with three significant digits.</summary>
    public static string Number(double value) =>
        double.IsPositiveInfinity(value)
            ? "∞"
            : Minus(
                double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
                    .ToString("0.######", CultureInfo.InvariantCulture)
            );

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share in per cent.</summary>
    public static string Share(double value) =>
        (100 * value).ToString(value is > 0 and < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A period with its unit.</summary>
    public static string Steps(Period period) => double.IsPositiveInfinity(period.Steps) ? "frequency 0" : $"{Number(period.Steps)} steps";

    /// <summary>Decibels, with one digit.</summary>
    public static string Decibels(double value) => Minus(value.ToString("0.0", CultureInfo.InvariantCulture)) + " dB";

    /// <summary>
    /// A number's text with a true minus (U+2212) where it is negative, and none before a zero: what a reader sees; tables and JSON keep
    /// the plain one.
    /// </summary>
    public static string Minus(string number) =>
        number.AsSpan().ContainsAnyExcept("-0.") ? number.Replace('-', '−') : number.TrimStart('-');

    /// <summary>A count and its noun.</summary>
    public static string Count(int count, string noun, string? plural = null) =>
        $"{Number(count)} {(count == 1 ? noun : plural ?? noun + "s")}";

    /// <summary>How a tune counts.</summary>
    public static string CountInWords(this StudyTune tune) =>
        tune.Total == 0
            ? "no measure held against a meter"
            : $"{Number(tune.Counted)} of {Count(tune.Total, "measure")} counted"
                + (tune.StrictlyCounted == tune.Counted ? "" : $" ({Number(tune.StrictlyCounted)} strictly)");

    /// <summary>Things one after another: "a, b and c".</summary>
    public static string List(IEnumerable<string> things)
    {
        string[] all = [.. things];
        return all.Length switch
        {
            0 => "none",
            1 => all[0],
            _ => string.Join(", ", all[..^1]) + " and " + all[^1],
        };
    }

    /// <summary>The first letter made a capital.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
