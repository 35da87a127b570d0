using Lilt.Notation.Elements;
using Lilt.Notation.Playing;

namespace Lilt.Notation.Abc;

/// <content>What stands at the notes: words in quotes, decorations, letters with a meaning.</content>
internal sealed partial class AbcMusicScanner
{
    private int Quoted(ReadOnlySpan<char> line, int start, ref bool unclosed)
    {
        int close = unclosed ? -1 : line[(start + 1)..].IndexOf('"');
        if (close < 0)
        {
            unclosed = true;
            findings.Add(At(start), "A quote is not closed on its line; what follows is read as music.");
            return start + 1;
        }

        string text = line.Slice(start + 1, close).ToString();
        if (DirectionText.Parse(text.TrimStart('^', '_', '<', '>', '@')) is { Direction: Direction.DaCapo or Direction.DalSegno })
        {
            findings.Add(
                At(start),
                $"The words \"{text}\" are shown and not followed; a player follows !D.C.! and !D.S.!.",
                isHarmless: true
            );
        }

        tune.Voice.Add(
            text.Length > 0 && text[0] is '^' or '_' or '<' or '>' or '@'
                ? new Annotation(At(start), text)
                : new ChordSymbol(At(start), text)
        );
        return start + close + 2;
    }

    // Between two marks stands a decoration's name. What could be music is music: '!' ended lines of the score and '+' enclosed chords.
    // Source: ABC 2.1, 10.2 and 12.2.
    private int Decoration(ReadOnlySpan<char> line, int start)
    {
        char mark = line[start];
        if (mark == '+' && inOldChord)
        {
            inOldChord = false;
            return CloseChord(line, start);
        }

        if (mark == '!' && tune.BreaksAtExclamation)
        {
            return start + 1;
        }

        ReadOnlySpan<char> rest = line.Slice(start + 1, Math.Min(LongestName, line.Length - start - 1));
        int close = rest.IndexOf(mark);
        string name = close > 0 ? rest[..close].ToString() : string.Empty;
        if (close > 0 && (DecorationNames.Contains(name) || !(Prose.IsMusic(name) || name.AsSpan().ContainsAny(" |[]:"))))
        {
            tune.Voice.Add(new Decoration(At(start), name));
            return start + close + 2;
        }

        if (close > 0 && !name.AsSpan().ContainsAny("|[]") && !Prose.IsMusic(name))
        {
            findings.Add(At(start), $"'{mark}{name}{mark}' is no decoration; it is left out.");
            return start + close + 2;
        }

        if (mark == '!')
        {
            findings.Add(At(start), "'!' is taken as the end of a staff line.", isHarmless: true);
        }
        else if (close > 0 && !name.Contains('|', StringComparison.Ordinal) && !tune.Voice.InChord)
        {
            findings.Add(
                At(start),
                "'+' around notes is read as the chord that it was before ABC 1.6: write '[' and ']'.",
                isHarmless: true
            );
            inOldChord = true;
            tune.Voice.StartChord(At(start));
        }
        else
        {
            findings.Add(At(start), "'+' is no closed decoration; it is left out.");
        }

        return start + 1;
    }

    private int Symbol(int position, char c)
    {
        TuneElement? element = tune.Symbols.Defines(c) ? tune.Symbols.Element(At(position), c) : new Decoration(At(position), c.ToString());
        if (element is not null)
        {
            tune.Voice.Add(element);
        }

        return position + 1;
    }
}
