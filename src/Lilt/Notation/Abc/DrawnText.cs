using Lilt.Notation.Elements;

namespace Lilt.Notation.Abc;

/// <summary>What has to be changed in a tune's text so that a program that draws reads in it what is read here.</summary>
internal static class DrawnText
{
    /// <summary>The changes.</summary>
    public static TextEdits Edits(WrittenTune written)
    {
        TextEdits edits = new(written.Text);
        Dictionary<int, TuneElement> elements = [];
        HashSet<int> music = [];
        foreach (TuneElement element in written.Tune.Voices.SelectMany(WrittenTune.Flat))
        {
            elements.TryAdd(written.OffsetOf(element.Position), element);
            music.Add(element.Position.Line);
        }

        Dictionary<int, TuneField> fields = [];
        foreach (TuneField field in written.Tune.Fields)
        {
            fields.TryAdd(written.OffsetOf(field.Position), field);
        }

        int firstKey = written.Tune.Fields.FirstOrDefault(field => field.Name == 'K')?.Position.Line ?? 0;
        bool inTextBlock = false;
        string carried = string.Empty;
        foreach (TextLine line in TextLine.Split(written.Text))
        {
            ReadOnlySpan<char> content = line.Of(written.Text);
            if (content.StartsWith("%%begin") || (inTextBlock && content.StartsWith("%%end")))
            {
                inTextBlock = content.StartsWith("%%begin");
            }
            else if (inTextBlock || content.TrimStart() is [] or ['%', ..])
            {
                continue;
            }
            else if (FieldLine.Indent(content, inMusic: line.Number > firstKey) is >= 0 and int indent)
            {
                Field(written.Text, line, indent, fields.GetValueOrDefault(line.Start + indent), edits);
            }
            else if (music.Contains(line.Number))
            {
                if (carried.Length > 0)
                {
                    edits.Replace(line.Start, 0, carried);
                }

                Music(written.Text, line, elements, edits);
                carried = Carry(written.Text, line, elements, edits);
            }
            else
            {
                // Nothing on it was read as music, and another program would.
                edits.Replace(line.Start, 0, "%");
            }
        }

        return edits;
    }

    private static void Field(string text, TextLine line, int indent, TuneField? field, TextEdits edits)
    {
        if (indent > 0)
        {
            edits.Replace(line.Start, indent, string.Empty);
        }

        int from = line.Start + indent + 2;
        int end = line.Start + line.Length;
        if (field is { Name: 'K' })
        {
            // '^f^g' in a key is two accidentals, which others part by a blank.
            for (int at = from; at < end && text[at] != '%'; at++)
            {
                if (text[at] is '^' or '_' && char.IsAsciiLetter(text[at - 1]))
                {
                    edits.Replace(at, 0, " ");
                }
            }
        }
        else if (field is not null and not { Name: 'w' or 'W' } && text.AsSpan(from, end - from).TrimEnd() is [.., '\\'])
        {
            // A text that goes on in the next line.
            edits.Replace(from, end - from, field.Text);
        }
    }

    private static void Music(string text, TextLine line, Dictionary<int, TuneElement> elements, TextEdits edits)
    {
        int end = line.Start + line.Length;
        for (int at = line.Start; at < end && text[at] != '%'; at++)
        {
            if (elements.GetValueOrDefault(at) is Bar { Endings.Count: > 0 })
            {
                Ending(text, at, end, edits);
            }

            int close = text[at] is '"' or '!' or '+' ? text.IndexOf(text[at], at + 1, end - at - 1) : -1;
            switch (text[at])
            {
                case '"' when close > 0:
                    at = close;
                    break;
                case '+' when close > 0 && elements.GetValueOrDefault(at) is Chord:
                    edits.Replace(at, 1, "[");
                    edits.Replace(close, 1, "]");
                    at = close;
                    break;
                case '!' or '+' when (close > 0 && elements.GetValueOrDefault(at) is Decoration) || IsLeftOut(at, close, elements):
                    at = close;
                    break;
                case '+':
                    edits.Replace(at, 1, string.Empty);
                    break;
                case '!':
                    edits.Replace(at, 1, " ");
                    break;
            }
        }
    }

    // Words and signs that end a line wait for the next line's first note: they are set there.
    private static string Carry(string text, TextLine line, Dictionary<int, TuneElement> elements, TextEdits edits)
    {
        int first = -1;
        int end = -1;
        for (int at = line.Start; at < line.Start + line.Length; at++)
        {
            switch (elements.GetValueOrDefault(at))
            {
                case ChordSymbol or Annotation when text[at] == '"':
                    first = first < 0 ? at : first;
                    at = text.IndexOf('"', at + 1);
                    end = at + 1;
                    break;
                case Decoration:
                    first = first < 0 ? at : first;
                    at = text[at] is '!' or '+' ? text.IndexOf(text[at], at + 1) : at;
                    end = at + 1;
                    break;
                case not null:
                    first = -1;
                    break;
            }
        }

        if (first < 0)
        {
            return string.Empty;
        }

        edits.Replace(first, end - first, string.Empty);
        return text[first..end];
    }

    // '| 1' is written '|1'.
    private static void Ending(string text, int bar, int end, TextEdits edits)
    {
        int at = bar;
        while (at < end && text[at] is '|' or ':' or '[' or ']' or '.')
        {
            at++;
        }

        int blanks = at;
        while (at < end && text[at] == ' ')
        {
            at++;
        }

        if (at > blanks && at < end && char.IsAsciiDigit(text[at]))
        {
            edits.Replace(blanks, at - blanks, string.Empty);
        }
    }

    // Between two '!' stands a decoration, or something of which nothing was read; else they end lines.
    private static bool IsLeftOut(int from, int to, Dictionary<int, TuneElement> elements)
    {
        for (int at = from; at < to; at++)
        {
            if (elements.ContainsKey(at))
            {
                return false;
            }
        }

        return to > from;
    }
}
