namespace Lilt.Notation.Playing;

/// <summary>A direction as a decoration names it: <c>D.C.</c>, <c>D.S.alcoda</c>, <c>dacapo</c>, <c>fine</c>.</summary>
/// <param name="Direction">What it says.</param>
/// <param name="Goal">Where a jump back leads in the end as its own words say: to the fine or the coda; null where they name none.</param>
/// <remarks>Source: ABC 2.1, 4.14; dots, blanks and capitals make no difference.</remarks>
internal readonly record struct DirectionText(Direction Direction, Direction? Goal)
{
    /// <summary>The direction that a text names; null where it is none.</summary>
    public static DirectionText? Parse(string text)
    {
        Span<char> letters = stackalloc char[24];
        int count = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiLetter(c))
            {
                if (count == letters.Length)
                {
                    return null;
                }

                letters[count++] = char.ToLowerInvariant(c);
            }
            else if (c is not ('.' or ' '))
            {
                return null;
            }
        }

        ReadOnlySpan<char> name = letters[..count];
        switch (name)
        {
            case "segno":
                return new DirectionText(Direction.Segno, null);
            case "s" when text is "S":
                return new DirectionText(Direction.Segno, null);
            case "coda":
                return new DirectionText(Direction.Coda, null);
            case "o" when text is "O":
                return new DirectionText(Direction.Coda, null);
            case "dacoda" or "tocoda":
                return new DirectionText(Direction.ToCoda, null);
            case "fine":
                return new DirectionText(Direction.Fine, null);
        }

        (string Start, Direction Back)[] starts =
        [
            ("dacapo", Direction.DaCapo),
            ("dalsegno", Direction.DalSegno),
            ("dc", Direction.DaCapo),
            ("ds", Direction.DalSegno),
        ];
        foreach ((string start, Direction back) in starts)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
            {
                return name[start.Length..] switch
                {
                    "" => new DirectionText(back, null),
                    "alfine" => new DirectionText(back, Direction.Fine),
                    "alcoda" => new DirectionText(back, Direction.Coda),
                    _ => null,
                };
            }
        }

        return null;
    }
}
