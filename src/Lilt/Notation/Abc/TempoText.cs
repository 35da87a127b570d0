using System.Globalization;

namespace Lilt.Notation.Abc;

/// <summary>
/// A tempo as a field writes it: <c>1/4=120</c>, <c>"Allegro" 3/8=100</c>, <c>120</c>, <c>C3=40</c>. Source: ABC 2.1, 3.1.8.
/// </summary>
internal static class TempoText
{
    /// <summary>Reads what follows <c>Q:</c>; null where it is no tempo.</summary>
    public static Tempo? Parse(string text, Fraction unit)
    {
        string rest = text;
        bool words = false;
        int quote = rest.IndexOf('"', StringComparison.Ordinal);
        if (quote >= 0)
        {
            int close = rest.IndexOf('"', quote + 1);
            rest = close < 0 ? rest[..quote] : rest[..quote] + " " + rest[(close + 1)..];
            words = true;
        }

        rest = rest.Trim();
        if (rest.Length == 0)
        {
            return words ? new Tempo(null, null, text) : null;
        }

        int equals = rest.IndexOf('=', StringComparison.Ordinal);
        if (
            !double.TryParse(rest.AsSpan(equals + 1).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double rate)
            || !(rate > 0 && rate <= 10000)
        )
        {
            return null;
        }

        if (equals < 0)
        {
            return new Tempo(null, rate, text);
        }

        Fraction beat = Fraction.Zero;
        foreach (string part in rest[..equals].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            Fraction? length = part[0] is 'C' or 'c' ? UnitText.Parse(part.Length == 1 ? "1" : part[1..]) * unit : UnitText.Parse(part);
            if (length is not { } read || beat > new Fraction(ReaderLimits.LongestDuration))
            {
                return null;
            }

            beat += read;
        }

        return beat.Sign > 0 ? new Tempo(beat, rate, text) : null;
    }
}
