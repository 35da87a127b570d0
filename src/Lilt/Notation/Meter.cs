using System.Globalization;

namespace Lilt.Notation;

/// <summary>A meter: how long a measure is, and how it is written. Immutable.</summary>
/// <param name="Text">As it was written: <c>6/8</c>, <c>C|</c>, <c>2+3/8</c>, <c>none</c>.</param>
/// <param name="Measure">M, a measure's length in whole notes; null for free meter.</param>
/// <param name="Numerator">The upper number, sums added up: 5 for <c>2+3/8</c>; 0 for free meter.</param>
/// <param name="Denominator">The lower number; 0 for free meter.</param>
public sealed record Meter(string Text, Fraction? Measure, int Numerator, int Denominator)
{
    /// <summary>Free meter: <c>M:none</c>.</summary>
    public static Meter Free { get; } = new("none", null, 0, 0);

    /// <summary>Whether the meter is 6/8, 9/8 or 12/8, in which (5, (7 and (9 stand for three units. Source: ABC 2.1, 4.13.</summary>
    public bool IsCompound => Denominator == 8 && (Numerator is 6 or 9 or 12);

    /// <summary>The unit note length where none is written: 1/16 for measures under 3/4, else 1/8. Source: ABC 2.1, 3.1.7.</summary>
    public Fraction DefaultUnit => Measure is { } measure && measure < new Fraction(3, 4) ? new Fraction(1, 16) : new Fraction(1, 8);

    /// <summary>What is beamed together, in whole notes.</summary>
    internal Fraction Beam =>
        IsCompound ? new Fraction(3, 8)
        : Measure == Fraction.One ? new Fraction(1, 2)
        : new Fraction(1, 4);

    /// <summary>
    /// The meter in numbers, as tokens name it: <c>4/4</c> for <c>C</c>, <c>5/8</c> for <c>2+3/8</c>; <c>none</c> for free meter.
    /// </summary>
    public string Numbers => Measure is null ? "none" : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    /// <summary>Reads a meter: <c>4/4</c>, <c>C</c>, <c>C|</c>, <c>2+3/8</c>, <c>(2+3)/8</c>, <c>none</c>, empty for free.</summary>
    /// <param name="text">What follows <c>M:</c>; blanks don't matter.</param>
    /// <returns>The meter, or null where the text is none.</returns>
    public static Meter? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        switch (text)
        {
            case "C" or "c":
                return new Meter(text, Fraction.One, 4, 4);
            case "C|" or "c|":
                return new Meter(text, Fraction.One, 2, 2);
            case "" or "none" or "None" or "NONE" or "free":
                return Free;
        }

        int slash = text.LastIndexOf('/');
        if (
            slash < 1
            || !TryNumber(text.AsSpan(slash + 1), out int denominator)
            || (denominator & (denominator - 1)) != 0
            || denominator > 256
        )
        {
            return null;
        }

        int sum = 0;
        ReadOnlySpan<char> upper = text.AsSpan(0, slash).Trim();
        if (upper is ['(', .., ')'])
        {
            upper = upper[1..^1];
        }

        foreach (Range range in upper.Split('+'))
        {
            if (!TryNumber(upper[range], out int beats))
            {
                return null;
            }

            sum += beats;
        }

        return sum > ReaderLimits.LargestNumber ? null : new Meter(text, new Fraction(sum, denominator), sum, denominator);
    }

    /// <summary>The meter as it was written.</summary>
    public override string ToString() => Text;

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && number is > 0 and <= ReaderLimits.LargestNumber;
}
