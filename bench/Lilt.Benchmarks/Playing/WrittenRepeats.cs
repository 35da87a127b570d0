using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;

namespace Lilt.Benchmarks.Playing;

/// <summary>A tune's text with its repeats written another way that means the same.</summary>
internal static class WrittenRepeats
{
    /// <summary>Writes them; null where nothing is written another way.</summary>
    /// <param name="text">The tune.</param>
    /// <param name="repairs">What is written another way.</param>
    public static string? In(string text, Repairs repairs)
    {
        string[] lines = text.Split('\n');
        Dictionary<SourcePosition, (int Length, string Text)> edits = [];
        foreach (Voice voice in TuneReader.Read(text).Tunes[0].Voices)
        {
            Bars(voice.Elements, lines, repairs, edits);
            if (repairs.HasFlag(Repairs.Starts) || repairs.HasFlag(Repairs.Parts))
            {
                Starts(voice.Elements, repairs.HasFlag(Repairs.Parts), edits);
            }
        }

        foreach ((SourcePosition place, (int length, string written)) in edits.OrderByDescending(edit => edit.Key.Column))
        {
            string line = lines[place.Line - 1];
            lines[place.Line - 1] = line[..(place.Column - 1)] + written + line[(place.Column - 1 + length)..];
        }

        return edits.Count == 0 ? null : string.Join('\n', lines);
    }

    private static void Bars(
        IReadOnlyList<TuneElement> elements,
        string[] lines,
        Repairs repairs,
        Dictionary<SourcePosition, (int Length, string Text)> edits
    )
    {
        HashSet<int> closing = [];
        for (int at = 0; at < elements.Count; at++)
        {
            if (elements[at] is Bar { Endings.Count: > 0 })
            {
                int end = EndingGroup.At(elements, at, elements.Count).End;
                closing.Add(end);
                at = Math.Max(at, end - 1);
            }
        }

        for (int at = 0; at < elements.Count; at++)
        {
            if (elements[at] is not Bar { Line: not BarLine.None } bar)
            {
                continue;
            }

            string line = lines[bar.Position.Line - 1][(bar.Position.Column - 1)..];
            int length = BarText.Read(line).Length;
            bool ends = bar.EndsRepeat > 0 && !(repairs.HasFlag(Repairs.LastEndings) && closing.Contains(at));
            ends &= !(repairs.HasFlag(Repairs.Shapes) && bar.Endings.Contains(1));
            ends |= repairs.HasFlag(Repairs.Endings) && bar.Endings.Count > 0 && !bar.Endings.Contains(1);
            bool starts = bar.StartsRepeat && !(repairs.HasFlag(Repairs.Unclosed) && IsUnclosed(elements, at));
            bool isCommon =
                bar.Endings.Count > 0
                    ? line[..length] is "|" or ":|"
                    : line[..length] is "|" or "||" or "|]" or "|:" or ":|" or "::" or "[|" or "[|]";
            if (
                length > 0
                && bar.EndsRepeat <= 1
                && (ends != bar.EndsRepeat > 0 || starts != bar.StartsRepeat || (repairs.HasFlag(Repairs.Shapes) && !isCommon))
            )
            {
                edits[bar.Position] = (length, Written(bar, ends, starts));
            }
        }
    }

    private static string Written(Bar bar, bool ends, bool starts) =>
        (ends, starts) switch
        {
            (true, true) => "::",
            (true, false) => ":|",
            (false, true) => "|:",
            _ => bar.Endings.Count > 0 || (bar.Line is BarLine.Plain && bar.EndsRepeat == 0) ? "|" : "||",
        };

    private static bool IsUnclosed(IReadOnlyList<TuneElement> elements, int start)
    {
        for (int at = start + 1; at < elements.Count; at++)
        {
            if (elements[at] is Bar { EndsRepeat: > 0 })
            {
                return false;
            }

            if (elements[at] is Bar { StartsRepeat: true })
            {
                return true;
            }
        }

        return true;
    }

    // Where a repeat's end has no start, the section starts where the last repeat ended, its endings included, or at a double bar behind
    // it, else at the tune's start. Source: ABC 2.1, 4.8; docs/definitions/counting.md for an ending that no bar closes.
    private static void Starts(
        IReadOnlyList<TuneElement> elements,
        bool fromParts,
        Dictionary<SourcePosition, (int Length, string Text)> edits
    )
    {
        int start = -1;
        bool isOpen = false;
        bool mayMove = false;
        for (int at = 0; at < elements.Count; at++)
        {
            if (fromParts && elements[at] is PartStart)
            {
                (start, isOpen, mayMove) = (at, false, false);
            }

            if (elements[at] is not Bar bar)
            {
                continue;
            }

            bool repeats = bar.EndsRepeat > 0 || bar.Endings.Contains(1);
            if (repeats && !isOpen && First(elements, start, at) is { } place)
            {
                edits[place] = (0, "|:");
            }

            if (bar.Endings.Count > 0)
            {
                at = EndingGroup.At(elements, at, elements.Count).End;
                bar = at < elements.Count && elements[at] is Bar closing ? closing : bar;
                (start, isOpen, mayMove) = (at, bar.StartsRepeat, true);
            }
            else if (bar.EndsRepeat > 0 || bar.StartsRepeat)
            {
                (start, isOpen, mayMove) = (at, bar.StartsRepeat, bar.EndsRepeat > 0);
            }
            else if (mayMove && !isOpen && bar.Line is BarLine.Doubled or BarLine.Final or BarLine.Initial)
            {
                start = at;
            }
        }
    }

    // The place of the first sign of a section.
    private static SourcePosition? First(IReadOnlyList<TuneElement> elements, int start, int end)
    {
        for (int at = start + 1; at < end; at++)
        {
            if (elements[at] is not (Bar or PartStart or KeyChange or MeterChange or UnitChange or TempoChange or Transposition))
            {
                return elements[at].Position;
            }
        }

        return null;
    }
}
