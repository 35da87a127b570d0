using System.Globalization;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;

namespace Lilt.Notation.Tokens;

/// <summary>Music as folk-rnn's tokens, by folk-rnn's rules; what they have no token for is passed over.</summary>
/// <remarks>
/// A note is its accidentals, letter and octave; a length follows if it is not one unit; <c>&lt;</c> and <c>&gt;</c> join a length
/// before them; <c>::</c> is <c>:|</c> <c>|:</c>, <c>||</c> is <c>|</c>, <c>|[1</c> is <c>|1</c>. Chord symbols, decorations, slurs
/// and grace notes have no tokens.
/// </remarks>
/// <param name="isV3">Whether pitches are written as folk-rnn v3 does.</param>
/// <param name="positions">Gets for each token the position of what it was made of; null for none.</param>
internal sealed class TokenWriter(bool isV3, List<SourcePosition>? positions = null)
{
    /// <summary>Appends the tokens of an element.</summary>
    public void Append(TuneElement element, List<string> tokens)
    {
        switch (element)
        {
            case Note note:
                tokens.Add(isV3 ? NoteText.Sharp(note.Pitch) : NoteText.Of(note.WrittenAlteration, note.Pitch.Letter, note.Pitch.Octave));
                Length(note.Multiplier, tokens);
                break;
            case Rest { Measures: 0 } rest:
                tokens.Add("z");
                Length(rest.Multiplier, tokens);
                break;
            case Chord chord:
                tokens.Add("[");
                Place(chord, tokens);
                foreach (TuneElement inner in chord.Contents)
                {
                    Append(inner, tokens);
                }

                tokens.Add("]");
                Length(chord.Multiplier, tokens);
                break;
            case TupletStart tuplet:
                tokens.Add(Tuplet(tuplet.P));
                break;
            case BrokenRhythm broken:
                Broken(broken, tokens);
                break;
            case Bar bar:
                Bar(bar, tokens);
                break;
            case MeterChange change:
                tokens.Add("M:" + change.Meter.Numbers);
                break;
            case KeyChange change:
                tokens.Add("K:" + Key(change.Key));
                break;
        }

        Place(element, tokens);
    }

    private void Place(TuneElement element, List<string> tokens)
    {
        while (positions is not null && positions.Count < tokens.Count)
        {
            positions.Add(element.Position);
        }
    }

    /// <summary>The key's token text after <c>K:</c>.</summary>
    public string Key(Key key) => (isV3 ? new Key(null, key.Mode) : key).ToString();

    private static string Tuplet(int p) =>
        p switch
        {
            2 => "(2",
            3 => "(3",
            4 => "(4",
            _ => string.Create(CultureInfo.InvariantCulture, $"({p}"),
        };

    private static void Length(Fraction multiplier, List<string> tokens)
    {
        if (multiplier != Fraction.One)
        {
            tokens.Add(NoteText.Length(multiplier));
        }
    }

    private static void Broken(BrokenRhythm broken, List<string> tokens)
    {
        string marks = broken switch
        {
            { Depth: 1, IsFirstLonger: true } => ">",
            { Depth: 1 } => "<",
            _ => new string(broken.IsFirstLonger ? '>' : '<', broken.Depth),
        };
        if (tokens.Count > 0 && (tokens[^1][0] == '/' || char.IsAsciiDigit(tokens[^1][0])) && tokens[^1][^1] is not ('<' or '>'))
        {
            tokens[^1] += marks;
        }
        else
        {
            tokens.Add(marks);
        }
    }

    private static void Bar(Bar bar, List<string> tokens)
    {
        int before = tokens.Count;
        if (bar.EndsRepeat > 0)
        {
            tokens.Add(":|");
        }

        if (bar.Endings.Count > 0)
        {
            tokens.Add(
                bar.Endings[0] switch
                {
                    1 => "|1",
                    2 => "|2",
                    int n => string.Create(CultureInfo.InvariantCulture, $"|{n}"),
                }
            );
        }

        if (bar.StartsRepeat)
        {
            tokens.Add("|:");
        }

        if (tokens.Count == before)
        {
            tokens.Add("|");
        }
    }
}
