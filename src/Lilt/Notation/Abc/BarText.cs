using Lilt.Notation.Elements;

namespace Lilt.Notation.Abc;

/// <summary>The parts of a bar's text, the endings' numbers apart.</summary>
/// <param name="Line">How it is drawn.</param>
/// <param name="EndsRepeat">The colons on its left, each <c>::</c> without lines counting one.</param>
/// <param name="StartsRepeat">Whether a repeat starts.</param>
/// <param name="Length">UTF-16 units read.</param>
internal readonly record struct BarText(BarLine Line, int EndsRepeat, bool StartsRepeat, int Length)
{
    /// <summary>The number of the ending that a token names, 0 for none.</summary>
    public int Ending { get; init; }

    /// <summary>
    /// Reads the longest bar at the start of a text: any run of <c>|</c>, <c>:</c>, a <c>[</c> that a <c>|</c> follows and a <c>]</c>
    /// after a <c>|</c>, as people write them (<c>:|]</c>, <c>|:|</c>, <c>:||:</c>, <c>[|:</c>).
    /// </summary>
    /// <returns>The bar; of length 0 where none stands.</returns>
    public static BarText Read(ReadOnlySpan<char> text)
    {
        int position = 0;
        int colonsBefore = 0;
        int colonsAfter = 0;
        int lines = 0;
        bool opens = false;
        bool closes = false;
        for (; position < text.Length; position++)
        {
            char c = text[position];
            if (c == ':')
            {
                if (lines == 0)
                {
                    colonsBefore++;
                }
                else if (closes && EndsARepeat(text[position..]))
                {
                    break;
                }
                else
                {
                    colonsAfter++;
                }
            }
            else if (c == '|')
            {
                if (colonsAfter > 0 && (lines > 2 || colonsBefore > 0))
                {
                    break;
                }

                lines++;
            }
            else if (c == '[' && position + 1 < text.Length && text[position + 1] == '|' && colonsAfter == 0 && !opens)
            {
                opens = true;
            }
            else if (c == ']' && position > 0 && text[position - 1] == '|' && !closes)
            {
                closes = true;
            }
            else
            {
                break;
            }
        }

        if (lines == 0)
        {
            return colonsBefore < 2 ? default : new BarText(BarLine.Plain, (colonsBefore + 1) / 2, true, position);
        }

        BarLine line =
            opens && closes && lines == 1 ? BarLine.Invisible
            : closes ? BarLine.Final
            : opens ? BarLine.Initial
            : lines > 1 ? BarLine.Doubled
            : BarLine.Plain;
        return new BarText(line, colonsBefore, colonsAfter > 0, position);
    }

    // ':|' after '|]': another bar.
    private static bool EndsARepeat(ReadOnlySpan<char> text) => text.TrimStart(':') is ['|', ..];
}
