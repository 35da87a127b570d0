using System.Globalization;
using System.Text;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Notation.Abc;

/// <summary>
/// Writes tunes as ABC 2.1 that other programs read: the unit always written, lines of four measures, beams by the beat, and the notes that
/// macros stand for in their place, so that the sound is the tune's.
/// </summary>
public sealed class AbcWriter
{
    private const int MeasuresALine = 4;

    private readonly StringBuilder text = new();
    private Meter meter = Meter.Free;
    private Key key = Key.None;
    private Fraction inMeasure;
    private bool atLineStart;
    private bool glue;
    private int measuresOnLine;

    private AbcWriter() { }

    /// <summary>Writes a tune with a line's end after its last line.</summary>
    /// <param name="tune">The tune; one of folk-rnn v3 is given its tonic, a signature and the spelling of its key.</param>
    /// <param name="heading">Number and title where they are not the tune's own.</param>
    public static string Write(Tune tune, AbcHeading? heading = null)
    {
        ArgumentNullException.ThrowIfNull(tune);
        if (tune.Format == TuneFormat.TokensV3 && tune.Key.Tonic is null)
        {
            tune = V3Spelling.Respell(tune);
        }

        AbcWriter writer = new();
        writer.Header(tune, heading ?? new AbcHeading());
        foreach (Voice voice in tune.ExpandedVoices)
        {
            if (tune.ExpandedVoices.Count > 1)
            {
                writer.text.Append("V:").Append(OneLine(voice.Id)).Append('\n');
            }

            writer.key = tune.Key;
            writer.Music(voice, tune.Meter);
        }

        return writer.text.ToString();
    }

    private static string OneLine(string value)
    {
        StringBuilder clean = new(value.Length);
        foreach (char c in value)
        {
            clean.Append(char.IsControl(c) ? ' ' : c);
        }

        return clean.Replace("%", "\\%").ToString().Trim();
    }

    private void Header(Tune tune, AbcHeading heading)
    {
        string number = heading.Number ?? tune.Number;
        text.Append("X:").Append(number.Length > 0 ? OneLine(number) : "1").Append('\n');
        if ((heading.Title ?? tune.Title) is { } title)
        {
            text.Append("T:").Append(OneLine(title)).Append('\n');
        }

        text.Append("M:").Append(tune.Meter.Text).Append('\n');
        text.Append("L:").Append(Length(tune.Unit)).Append('\n');
        if (tune.PartOrder.Count > 0)
        {
            text.Append("P:").AppendJoin(string.Empty, tune.PartOrder).Append('\n');
        }

        if (tune.Tempo is { } tempo)
        {
            text.Append("Q:").Append(tempo.Text).Append('\n');
        }

        text.Append("K:").Append(tune.Key).Append('\n');
    }

    private static string Length(Fraction unit) => string.Create(CultureInfo.InvariantCulture, $"{unit.Numerator}/{unit.Denominator}");

    private void Music(Voice voice, Meter first)
    {
        meter = first;
        inMeasure = Fraction.Zero;
        atLineStart = true;
        measuresOnLine = 0;
        Bar? last = null;
        bool touchesBar = false;
        for (int i = 0; i < voice.Elements.Count; i++)
        {
            TuneElement element = voice.Elements[i];
            if (element is Bar bar)
            {
                OnBar(bar, last, touchesBar, i + 1 < voice.Elements.Count ? voice.Elements[i + 1] : null);
                last = bar;
                touchesBar = true;
            }
            else
            {
                Element(element);
                last = null;
                touchesBar &= element is not (Note or Rest or Chord);
            }
        }

        if (!atLineStart)
        {
            text.Append('\n');
        }
    }

    private void OnBar(Bar bar, Bar? before, bool touchesBar, TuneElement? next)
    {
        bool joinsEnding =
            before is { Endings.Count: 0, StartsRepeat: false } && bar.Endings.Count > 0 && bar.EndsRepeat == 0 && !bar.StartsRepeat;
        if (joinsEnding && before!.EndsRepeat > 0)
        {
            // ':| |2' is written ':|2', as people do; it reads back as the same two tokens.
            text.Length -= text.Length > 0 && text[^1] == ' ' ? 1 : 0;
            text.Append(Endings(bar)).Append(' ');
            return;
        }

        if (bar.StartsLine && touchesBar && !atLineStart)
        {
            // Only the line's end parts it from the bar before: on one line there would be an empty measure between them.
            text.Length -= text[^1] == ' ' ? 1 : 0;
            text.Append('\n');
            atLineStart = true;
            measuresOnLine = 0;
        }

        Gap();
        if (joinsEnding)
        {
            text.Append('[').Append(Endings(bar)).Append(' ');
            return;
        }

        text.Append(new string(':', bar.EndsRepeat));
        text.Append(
            (bar.Line, bar.EndsRepeat > 0 && bar.StartsRepeat) switch
            {
                (_, true) => string.Empty,
                (BarLine.None, _) => "[",
                (BarLine.Doubled, _) => "||",
                (BarLine.Final, _) => "|]",
                (BarLine.Initial, _) => "[|",
                (BarLine.Dotted, _) => ".|",
                (BarLine.Invisible, _) => "[|]",
                _ => "|",
            }
        );
        text.Append(bar.StartsRepeat ? ":" : string.Empty).Append(Endings(bar));
        measuresOnLine += inMeasure.Sign > 0 ? 1 : 0;
        bool breaks =
            (
                measuresOnLine >= MeasuresALine
                && next is Note or Rest or Chord or TupletStart or ChordSymbol or Decoration or GraceNotes or Slur or Annotation
            ) || (bar.EndsRepeat > 0 && next is Bar { StartsRepeat: true, EndsRepeat: 0 });
        if (breaks && bar.Endings.Count == 0 && !bar.StartsRepeat)
        {
            text.Append('\n');
            atLineStart = true;
            measuresOnLine = 0;
        }
        else
        {
            text.Append(' ');
        }

        inMeasure = Fraction.Zero;
        glue = false;
    }

    private static string Endings(Bar bar) => string.Join(',', bar.Endings.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    private void Element(TuneElement element)
    {
        switch (element)
        {
            case Note note:
                Beam();
                text.Append(NoteOf(note));
                Advance(note.Duration);
                break;
            case Rest rest:
                Beam();
                text.Append(
                    rest.Measures > 0 ? (rest.IsVisible ? 'Z' : 'X')
                    : rest.IsVisible ? 'z'
                    : 'x'
                );
                text.Append(NoteText.Length(rest.Multiplier));
                Advance(rest.Duration);
                break;
            case Chord chord:
                Beam();
                text.Append('[');
                foreach (TuneElement inner in chord.Contents)
                {
                    Inner(inner);
                }

                text.Append(']').Append(NoteText.Length(chord.Multiplier)).Append(chord.IsTied ? "-" : string.Empty);
                Advance(chord.Duration);
                break;
            default:
                Sign(element);
                break;
        }
    }

    private void Sign(TuneElement element)
    {
        switch (element)
        {
            case GraceNotes grace:
                Beam();
                text.Append(grace.IsSlashed ? "{/" : "{");
                foreach (Note note in grace.Notes)
                {
                    text.Append(NoteOf(note));
                }

                text.Append('}');
                glue = true;
                break;
            case TupletStart tuplet:
                Beam();
                text.Append(CultureInfo.InvariantCulture, $"({tuplet.P}");
                text.Append(tuplet.IsPlain ? string.Empty : string.Create(CultureInfo.InvariantCulture, $":{tuplet.Q}:{tuplet.R}"));
                glue = true;
                break;
            case BrokenRhythm broken:
                text.Append(text[^1] is '<' or '>' ? " " : string.Empty);
                text.Append(broken.IsFirstLonger ? '>' : '<', broken.Depth);
                glue = true;
                break;
            case MeterChange change:
                meter = change.Meter;
                Field("M", change.Meter.Text);
                break;
            case KeyChange change:
                key = change.Key;
                Field("K", change.Key.ToString());
                break;
            case Transposition change:
                Field("K", string.Create(CultureInfo.InvariantCulture, $"{key} transpose={change.Semitones}"));
                break;
            case UnitChange change:
                Field("L", Length(change.Unit));
                break;
            case TempoChange change:
                Field("Q", change.Tempo.Text);
                break;
            case PartStart part:
                Field("P", part.Name);
                break;
            case Overlay overlay:
                Gap();
                text.Append('&', overlay.Measures).Append(' ');
                inMeasure = Fraction.Zero;
                break;
            default:
                Beam();
                Inner(element);
                glue = element is not Spacer and not Slur { IsStart: false };
                break;
        }
    }

    private void Inner(TuneElement element)
    {
        text.Append(
            element switch
            {
                Note note => NoteOf(note),
                BrokenRhythm broken => (text[^1] is '<' or '>' ? " " : string.Empty)
                    + new string(broken.IsFirstLonger ? '>' : '<', broken.Depth),
                ChordSymbol symbol => "\"" + OneLine(symbol.Text) + "\"",
                Annotation annotation => "\"" + OneLine(annotation.Text) + "\"",
                Decoration { Name: [char sign] } when AbcMusicScanner.StandardSymbols.Contains(sign) => sign.ToString(),
                Decoration name => "!" + name.Name + "!",
                Slur slur => slur.IsStart ? "(" : ")",
                Spacer => "y",
                _ => string.Empty,
            }
        );
        atLineStart = false;
    }

    private static string NoteOf(Note note) =>
        NoteText.Of(note.WrittenAlteration, note.Pitch.Letter, note.Pitch.Octave)
        + NoteText.Length(note.Multiplier)
        + (note.IsTied ? "-" : string.Empty);

    private void Field(string name, string value)
    {
        Gap();
        text.Append('[').Append(name).Append(':').Append(OneLine(value)).Append("] ");
    }

    // A blank before what begins a beat, unless something holds the next note to what stands before it.
    private void Beam()
    {
        if (!glue && inMeasure.Sign > 0 && (inMeasure / meter.Beam).Denominator == 1)
        {
            Gap();
        }

        atLineStart = false;
    }

    private void Gap()
    {
        if (!atLineStart && text.Length > 0 && text[^1] is not (' ' or '\n'))
        {
            text.Append(' ');
        }

        atLineStart = false;
    }

    private void Advance(Fraction duration)
    {
        inMeasure += duration;
        glue = false;
    }
}
