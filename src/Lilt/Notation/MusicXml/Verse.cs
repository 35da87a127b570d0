using System.Text;

namespace Lilt.Notation.MusicXml;

/// <summary>A line of words, laid under notes. Source: ABC 2.1, 5.1.</summary>
internal static class Verse
{
    /// <summary>A syllable.</summary>
    /// <param name="Text">Its letters.</param>
    /// <param name="GoesOn">Whether the word goes on after it.</param>
    internal readonly record struct Syllable(string Text, bool GoesOn);

    /// <summary>Lays a line under notes.</summary>
    /// <param name="line">What follows <c>w:</c>.</param>
    /// <param name="measures">The measure of each note.</param>
    /// <returns>[notes]; null where a note has no syllable of its own.</returns>
    public static Syllable?[] Lay(string line, IReadOnlyList<int> measures)
    {
        Syllable?[] laid = new Syllable?[measures.Count];
        StringBuilder text = new();
        int note = 0;
        for (int at = 0; at < line.Length && note < laid.Length; at++)
        {
            switch (line[at])
            {
                case '\\' when at + 1 < line.Length && line[at + 1] == '-':
                    text.Append('-');
                    at++;
                    break;
                case '~':
                    text.Append(' ');
                    break;
                case '-':
                    if (text.Length == 0)
                    {
                        note++;
                    }

                    End(goesOn: true);
                    break;
                case '_' or '*':
                    End(goesOn: false);
                    note++;
                    break;
                case '|':
                    End(goesOn: false);
                    int measure = note == 0 ? measures[0] : measures[Math.Min(note, laid.Length) - 1];
                    while (note < laid.Length && measures[note] <= measure)
                    {
                        note++;
                    }

                    break;
                case ' ' or '\t':
                    End(goesOn: false);
                    break;
                default:
                    text.Append(line[at]);
                    break;
            }
        }

        End(goesOn: false);
        return laid;

        void End(bool goesOn)
        {
            if (text.Length > 0 && note < laid.Length)
            {
                laid[note++] = new Syllable(text.ToString(), goesOn);
            }

            text.Clear();
        }
    }
}
