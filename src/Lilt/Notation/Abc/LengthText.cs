namespace Lilt.Notation.Abc;

/// <summary>A note's written length: <c>2</c>, <c>/</c>, <c>//</c>, <c>/4</c>, <c>3/2</c>, <c>3/</c>.</summary>
/// <param name="Multiplier">The multiple of the unit note, 1 where nothing is written or it could not be kept.</param>
/// <param name="Length">UTF-16 units read.</param>
/// <param name="IsExact">False where a number was 0, too large or too fine; the multiplier is 1 then.</param>
internal readonly record struct LengthText(Fraction Multiplier, int Length, bool IsExact)
{
    /// <summary>The most marks of broken rhythm that are read.</summary>
    public const int DeepestBroken = 5;

    /// <summary>Reads the longest length at the start of a text; an empty one is 1.</summary>
    public static LengthText Read(ReadOnlySpan<char> text)
    {
        int position = 0;
        if (text.IsEmpty || (text[0] != '/' && !char.IsAsciiDigit(text[0])))
        {
            return new LengthText(Fraction.One, 0, true);
        }

        int numerator = Number(text, ref position, 1);
        int denominator = 1;
        int slashes = 0;
        while (position < text.Length && text[position] == '/')
        {
            slashes++;
            position++;
        }

        if (slashes > 0)
        {
            denominator = Number(text, ref position, slashes > 12 ? 0 : 1 << slashes);
            if (slashes > 1 && position > 0 && text[position - 1] != '/')
            {
                denominator = 0;
            }
        }

        if (numerator == 0 || denominator == 0)
        {
            return new LengthText(Fraction.One, position, false);
        }

        Fraction multiplier = new(numerator, denominator);
        return ReaderLimits.Grid % multiplier.Denominator == 0
            ? new LengthText(multiplier, position, true)
            : new LengthText(Fraction.One, position, false);
    }

    private static int Number(ReadOnlySpan<char> text, ref int position, int absent)
    {
        int start = position;
        int value = 0;
        for (; position < text.Length && char.IsAsciiDigit(text[position]); position++)
        {
            value = value > ReaderLimits.LargestNumber ? value : (10 * value) + (text[position] - '0');
        }

        return position == start ? absent
            : value > ReaderLimits.LargestNumber ? 0
            : value;
    }
}
