using System.Globalization;
using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>Lengths as a musician says them.</summary>
public static class LengthNames
{
    /// <summary>
    /// A length in the meter's own notes or in eighths, unreduced, as <c>2/8</c>; finer lengths as their fraction, <c>1/16</c>.
    /// </summary>
    /// <param name="length">In whole notes.</param>
    /// <param name="meter">The meter whose lower number is used where it is over 8.</param>
    public static string InBeats(Fraction length, Meter meter)
    {
        ArgumentNullException.ThrowIfNull(meter);
        long below = Math.Max(8, meter.Denominator);
        Fraction beats = length * new Fraction(below);
        return beats.Denominator == 1 ? string.Create(CultureInfo.InvariantCulture, $"{beats.Numerator}/{below}") : length.ToString();
    }
}
