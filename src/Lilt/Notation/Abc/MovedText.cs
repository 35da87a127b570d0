using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Notation.Abc;

/// <summary>A tune's own text in another key: notes, keys and chord names are written anew where they stand, and all else stays.</summary>
internal static class MovedText
{
    /// <summary>The text.</summary>
    /// <param name="written">The tune.</param>
    /// <param name="moved">The same, element by element, in another key.</param>
    /// <returns>Null where something of it cannot be written anew in its place.</returns>
    public static string? Of(WrittenTune written, Tune moved)
    {
        Tune tune = written.Tune;
        TextEdits edits = new(written.Text);
        foreach (TuneField macro in tune.Fields.Where(field => field.Name == 'm'))
        {
            Macro(written, macro.Position, Interval.Nearest(tune.Key.Tonic!.Value, moved.Key.Tonic!.Value), edits);
        }

        HashSet<SourcePosition> done = [];
        for (int voice = 0; voice < tune.Voices.Count; voice++)
        {
            foreach ((TuneElement from, TuneElement to) in WrittenTune.Flat(tune.Voices[voice]).Zip(WrittenTune.Flat(moved.Voices[voice])))
            {
                bool isMoved = (from, to) switch
                {
                    (Note note, Note other) => Note(written, note, other, edits),
                    (ChordSymbol name, ChordSymbol other) => Name(written, name, other, edits),
                    (KeyChange change, KeyChange other) => !done.Add(change.Position) || Key(written, change.Position, other.Key, edits),
                    _ => true,
                };
                if (!isMoved)
                {
                    return null;
                }
            }
        }

        TuneField? header = tune.Fields.FirstOrDefault(field => field.Name == 'K' && !done.Contains(field.Position));
        return header is not null && Key(written, header.Position, moved.Key, edits) ? edits.Apply() : null;
    }

    private static bool Note(WrittenTune written, Note note, Note moved, TextEdits edits)
    {
        string text = written.Text;
        int from = written.OffsetOf(note.Position);
        int at = from;
        while (at < text.Length && text[at] is '^' or '_' or '=')
        {
            at++;
        }

        if (at == text.Length || !LetterText.TryRead(text[at], out _, out int octave))
        {
            return false;
        }

        for (at++; at < text.Length && text[at] is '\'' or ','; at++)
        {
            octave += text[at] == '\'' ? 1 : -1;
        }

        // A voice may lie octaves away from where it is written.
        int away = note.Pitch.Octave - octave;
        edits.Replace(from, at - from, NoteText.Of(moved.WrittenAlteration, moved.Pitch.Letter, moved.Pitch.Octave - away));
        return true;
    }

    private static bool Name(WrittenTune written, ChordSymbol name, ChordSymbol moved, TextEdits edits)
    {
        int at = written.OffsetOf(name.Position);

        // A sign of U: may stand for one.
        if (written.Text[at] == '"')
        {
            edits.Replace(at + 1, name.Text.Length, moved.Text);
        }

        return true;
    }

    // The notes of a macro move as those that it stands for; names in quotes and decorations stay.
    private static void Macro(WrittenTune written, SourcePosition position, Interval interval, TextEdits edits)
    {
        string text = written.Text;
        int end = written.EndOfLine(written.OffsetOf(position));
        for (int at = written.OffsetOf(position) + 2; at < end; )
        {
            int note = at;
            while (note < end && text[note] is '^' or '_' or '=')
            {
                note++;
            }

            if (text[at] is '"' or '!' && text.IndexOf(text[at], at + 1) is var close && close > at && close < end)
            {
                at = close + 1;
            }
            else if (note < end && LetterText.TryRead(text[note], out _, out _))
            {
                int to = note + 1;
                while (to < end && text[to] is '\'' or ',')
                {
                    to++;
                }

                // The '=' before the replacement may touch its first note.
                int from =
                    text[at] == '=' && !text.AsSpan(written.OffsetOf(position), at - written.OffsetOf(position)).Contains('=')
                        ? at + 1
                        : at;
                edits.Replace(from, to - from, TokenMove.Of(text[from..to], interval) ?? text[from..to]);
                at = to;
            }
            else
            {
                at++;
            }
        }
    }

    private static bool Key(WrittenTune written, SourcePosition position, Key key, TextEdits edits)
    {
        string text = written.Text;
        int at = written.OffsetOf(position);
        int end = written.EndOfLine(at);
        if (text[at] == '[')
        {
            at++;
            end = text.IndexOf(']', at);
        }

        if (end < at + 2 || text[at] != 'K')
        {
            return false;
        }

        string value = FieldLine.WithoutComment(text.AsSpan(at + 2, end - at - 2)).ToString();
        edits.Replace(at + 2, value.Length, string.Join(' ', [key.ToString(), .. KeyText.Parse(value.Trim()).Others]));
        return true;
    }
}
