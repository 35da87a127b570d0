using System.Globalization;
using Lilt.Spectra;

namespace Lilt.Studio.Serving;

/// <summary>Holds what a request says against its bounds.</summary>
internal static class Bounded
{
    /// <summary>A name of a session or a tune, blanks at its ends left out.</summary>
    public static string Name(string? name, StudioBounds bounds)
    {
        string trimmed = name?.Trim() ?? "";
        if (trimmed.Length == 0 || trimmed.Length > bounds.NameLength || trimmed.Any(char.IsControl) || !IsWhole(trimmed))
        {
            throw StudioException.Bad($"A name has 1 to {bounds.NameLength} characters, none of them a control character.");
        }

        return trimmed;
    }

    /// <summary>A text that a person typed.</summary>
    public static void Text(string? text, StudioBounds bounds)
    {
        if (text is null || text.Length > bounds.TextLength)
        {
            throw text is null
                ? StudioException.Bad("The text is missing.")
                : new StudioException(
                    StatusCodes.Status413PayloadTooLarge,
                    $"The text has {text.Length} characters; up to {bounds.TextLength} are read. Shorten it."
                );
        }

        if (!IsWhole(text))
        {
            throw StudioException.Bad("The text is damaged: it holds half of a character.");
        }
    }

    /// <summary>A whole number of a request.</summary>
    public static int Whole(string name, int value, int least, int most) =>
        value >= least && value <= most
            ? value
            : throw StudioException.Bad(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' is from {least} to {most}, and {value} is not.")
            );

    /// <summary>A number of a request.</summary>
    public static double Number(string name, double value, double least, double most) =>
        value >= least && value <= most
            ? value
            : throw StudioException.Bad(
                string.Create(CultureInfo.InvariantCulture, $"'{name}' is from {least} to {most}, and {value} is not.")
            );

    /// <summary>A share, or null.</summary>
    public static double? Fraction(string name, double? value) => value is { } given ? Number(name, given, 0, 1) : null;

    /// <summary>A band; null where neither end is given.</summary>
    public static Band? Band(double? low, double? high) =>
        (low, high) switch
        {
            (null, null) => null,
            ({ } from, { } to) when from > 0 && to >= from && double.IsFinite(from) => new Band(from, to),
            _ => throw StudioException.Bad(
                "A band is two periods in steps, 'low' over 0 and 'high' at least as long: give both, or neither."
            ),
        };

    // A lone half of a surrogate pair has no UTF-8 and would come back from the file as another text.
    private static bool IsWhole(string text)
    {
        for (int at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
