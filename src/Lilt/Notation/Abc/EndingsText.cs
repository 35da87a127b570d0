namespace Lilt.Notation.Abc;

/// <summary>The numbers of an ending: <c>1</c>, <c>1,3</c>, <c>1-3</c>. Source: ABC 2.1, 4.9.</summary>
/// <param name="Numbers">From 1 to 99, as they stand; empty where there are none.</param>
/// <param name="Length">How many characters they take.</param>
/// <param name="IsWhole">Whether all that stood there could be kept.</param>
internal readonly record struct EndingsText(IReadOnlyList<int> Numbers, int Length, bool IsWhole)
{
    private const int Largest = 99;

    /// <summary>Reads those that a text begins with.</summary>
    public static EndingsText Read(ReadOnlySpan<char> text)
    {
        List<int> endings = [];
        int position = 0;
        int from = 0;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            int number = 0;
            for (; position < text.Length && char.IsAsciiDigit(text[position]); position++)
            {
                number = Math.Min((10 * number) + (text[position] - '0'), 1000);
            }

            for (int each = from == 0 ? number : from + 1; each <= number && endings.Count <= Largest; each++)
            {
                endings.Add(each);
            }

            from = 0;
            if (position + 1 < text.Length && text[position] is ',' or '-' && char.IsAsciiDigit(text[position + 1]))
            {
                from = text[position] == '-' ? number : 0;
                position++;
            }
        }

        bool hasPoint =
            position > 0
            && position < text.Length
            && text[position] is '.' or ':'
            && (position + 1 >= text.Length || text[position + 1] is not ('|' or ':'));
        bool isWhole = endings.Count <= Largest && endings.TrueForAll(number => number is > 0 and <= Largest);
        endings.RemoveAll(number => number is 0 or > Largest);
        return new EndingsText(endings, hasPoint ? position + 1 : position, isWhole);
    }
}
