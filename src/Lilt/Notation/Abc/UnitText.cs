using System.Globalization;

namespace Lilt.Notation.Abc;

/// <summary>A unit note length as a field writes it: <c>1/8</c>.</summary>
internal static class UnitText
{
    /// <summary>The length in whole notes; null where the text is none.</summary>
    public static Fraction? Parse(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        int slash = text.IndexOf('/');
        ReadOnlySpan<char> upper = slash < 0 ? text : text[..slash].Trim();
        ReadOnlySpan<char> lower = slash < 0 ? "1" : text[(slash + 1)..].Trim();
        return
            int.TryParse(upper, NumberStyles.None, CultureInfo.InvariantCulture, out int numerator)
            && numerator is > 0 and <= 64
            && int.TryParse(lower, NumberStyles.None, CultureInfo.InvariantCulture, out int denominator)
            && denominator is > 0 and <= 512
            && (denominator & (denominator - 1)) == 0
            ? new Fraction(numerator, denominator)
            : null;
    }
}
