using System.Xml.Linq;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;

namespace Lilt.Notation.MusicXml;

/// <summary>One voice of a tune as the measures of a part.</summary>
/// <param name="tune">The tune.</param>
/// <param name="voice">The voice.</param>
/// <param name="divisions">Divisions of a quarter note.</param>
internal sealed class MusicXmlPart(Tune tune, Voice voice, int divisions)
{
    private const int MostPartsNamed = 100;

    private readonly List<MeasureOut> measures = [];
    private readonly TupletState tuplet = new();
    private readonly NoteMarks marks = new();
    private readonly Dictionary<TuneElement, List<XElement>> lyrics = Lyrics(tune, voice);
    private MeasureOut now = new() { Meter = tune.Meter };
    private Meter meter = tune.Meter;
    private Fraction position;
    private int layer = 1;

    /// <summary>The measures; at least one.</summary>
    public IEnumerable<XElement> Measures()
    {
        now.Music.Add(
            new XElement(
                "attributes",
                new XElement("divisions", divisions),
                MusicXmlAttributes.Key(tune.Key),
                MusicXmlAttributes.Meter(tune.Meter),
                new XElement("clef", new XElement("sign", "G"), new XElement("line", 2))
            )
        );
        if (tune.Tempo is { } tempo)
        {
            now.Music.Add(MusicXmlDirections.Tempo(tempo));
        }

        if (tune.PartOrder.Count > 0 && ReferenceEquals(voice, tune.Voices[0]))
        {
            // MusicXML has no place for an order, so that a program plays the parts as they stand.
            now.Music.Add(MusicXmlDirections.Words($"Parts: {string.Join(' ', tune.PartOrder.Take(MostPartsNamed))}", above: true));
        }

        HashSet<int> sections = Sections();
        for (int at = 0; at < voice.Elements.Count; at++)
        {
            now.StartsRepeat |= !now.HasTime && sections.Contains(at);
            Take(voice.Elements[at]);
        }

        if (now.HasTime || measures.Count == 0)
        {
            measures.Add(now);
        }

        EndEndings();
        foreach (MeasureOut measure in measures)
        {
            TupletMarks.Mark(measure.Music, measure.TupletStarts, measure.TupletEnds, divisions);
            long start = measure == measures[0] && IsPickup ? Units(tune.Meter.Measure!.Value - measure.Duration) : 0;
            BeamMarks.Mark(measure.Music, start, Units(measure.Meter.Beam));
        }

        return Numbered();
    }

    // Where a repeat goes back to without a sign, but for the start: programs differ in what they take for it, so that the sign is written.
    private HashSet<int> Sections()
    {
        HashSet<int> sections = [];
        int before = 0;
        foreach ((int start, int end) in PlayingOrder.Of(voice.Elements, [], out _))
        {
            if (start < before && start > 0)
            {
                sections.Add(start);
            }

            before = end;
        }

        return sections;
    }

    private void Take(TuneElement element)
    {
        IReadOnlyList<NoteValue> values = tuplet.Values(element);
        switch (element)
        {
            case Bar bar:
                OnBar(bar);
                break;
            case Transposition change:
                now.Music.Add(
                    new XElement(
                        "attributes",
                        new XElement(
                            "transpose",
                            new XElement("chromatic", change.Semitones % 12),
                            new XElement("octave-change", change.Semitones / 12)
                        )
                    )
                );
                break;
            case Overlay:
                GoBack(position);
                layer++;
                break;
            case Note note:
                Sounds(element, values, [note], note.IsTied);
                break;
            case Chord chord:
                Sounds(element, values, chord.Notes, chord.IsTied);
                break;
            case Rest { Measures: > 0 } rest:
                RestOfMeasures(rest);
                break;
            case Rest rest:
                for (int n = 0; n < values.Count; n++)
                {
                    XElement written = MusicXmlNotes.Rest(values[n], rest.IsVisible, layer, Units(values[n].Duration));
                    MarkEdge(written, isFirst: n == 0, isLast: n == values.Count - 1);
                    Add(written, values[n].Duration);
                }

                break;
            case GraceNotes grace:
                now.Music.AddRange(MusicXmlNotes.Grace(grace, layer));
                break;
            case KeyChange change:
                now.Music.Add(new XElement("attributes", MusicXmlAttributes.Key(change.Key)));
                break;
            case MeterChange change:
                now.Meter = meter = change.Meter;
                now.Music.Add(new XElement("attributes", MusicXmlAttributes.Meter(meter)));
                break;
            case TempoChange change:
                now.Music.Add(MusicXmlDirections.Tempo(change.Tempo));
                break;
            case PartStart part:
                now.Music.Add(MusicXmlDirections.Rehearsal(part.Name));
                break;
            case ChordSymbol symbol:
                now.Music.Add(HarmonyText.Harmony(symbol.Text) ?? MusicXmlDirections.Words(symbol.Text, above: true));
                break;
            case Annotation annotation:
                now.Music.Add(MusicXmlDirections.Annotation(annotation.Text));
                break;
            case Decoration decoration when MusicXmlDirections.Of(decoration.Name) is { } direction:
                now.Music.Add(direction);
                break;
            case Decoration decoration:
                marks.Decorate(decoration.Name);
                break;
            case Slur { IsStart: true }:
                marks.StartSlur();
                break;
            case Slur:
                marks.EndSlur(now.Music.LastOrDefault(of => of.Name == "note" && of.Element("grace") is null));
                break;
        }
    }

    private void Sounds(TuneElement element, IReadOnlyList<NoteValue> values, IReadOnlyList<Note> notes, bool isTied)
    {
        for (int n = 0; n < values.Count; n++)
        {
            NoteValue value = values[n];
            bool isLast = n == values.Count - 1;
            for (int of = 0; of < notes.Count; of++)
            {
                Note note = notes[of];
                XElement written = MusicXmlNotes.Note(
                    note,
                    value,
                    layer,
                    Units(value.Duration),
                    isChord: of > 0,
                    showsAccidental: n == 0,
                    tie: (n > 0 || marks.TakeTie(note.Pitch), !isLast || isTied || note.IsTied),
                    marks.Notations(isFirst: n == 0 && of == 0),
                    n == 0 && of == 0 ? lyrics.GetValueOrDefault(element) : null
                );
                if (isLast && (isTied || note.IsTied))
                {
                    marks.Tie(note.Pitch);
                }

                if (of == 0)
                {
                    MarkEdge(written, isFirst: n == 0, isLast);
                }

                Add(written, of == 0 ? value.Duration : Fraction.Zero);
            }
        }
    }

    private void MarkEdge(XElement written, bool isFirst, bool isLast)
    {
        if (isFirst && tuplet.Edge.Starts)
        {
            now.TupletStarts.Add(written);
        }

        if (isLast && tuplet.Edge.Ends)
        {
            now.TupletEnds.Add(written);
        }
    }

    private void RestOfMeasures(Rest rest)
    {
        Fraction each = rest.Duration * new Fraction(1, rest.Measures);
        for (int n = 1; n <= rest.Measures; n++)
        {
            Add(MusicXmlNotes.MeasureRest(rest.IsVisible, layer, Units(each)), each);
            if (n < rest.Measures)
            {
                OnBar(new Bar(rest.Position, BarLine.Plain, 0, false, [], false));
            }
        }
    }

    private void Add(XElement written, Fraction duration)
    {
        now.Music.Add(written);
        now.HasTime = true;
        position += duration;
        now.Duration = position > now.Duration ? position : now.Duration;
    }

    private void GoBack(Fraction by)
    {
        if (by.Sign > 0)
        {
            now.Music.Add(new XElement("backup", new XElement("duration", Units(by))));
        }

        position = Fraction.Zero;
    }

    // Bars that touch are one: what each says of what stands before it and after it is put together.
    private void OnBar(Bar bar)
    {
        if (now.HasTime)
        {
            (now.Line, now.EndsRepeat) = (bar.Line, bar.EndsRepeat);
            measures.Add(now);
            now = new MeasureOut { Meter = meter };
        }
        else if (measures.Count > 0)
        {
            MeasureOut before = measures[^1];
            before.EndsRepeat = Math.Max(before.EndsRepeat, bar.EndsRepeat);
            before.Line =
                before.Line is BarLine.Plain or BarLine.None && !bar.StartsRepeat && bar.Endings.Count == 0 ? bar.Line : before.Line;
        }

        now.StartsRepeat |= bar.StartsRepeat;
        now.Endings = bar.Endings.Count > 0 ? bar.Endings : now.Endings;
        position = Fraction.Zero;
        layer = 1;
    }

    // An ending goes to a repeat's end, a double or a final bar, or the next ending; where no bar says so, as far as the first ending went.
    private void EndEndings()
    {
        int firstLength = 0;
        for (int from = 0; from < measures.Count; from++)
        {
            if (measures[from].Endings.Count == 0)
            {
                continue;
            }

            int to = from;
            while (to < measures.Count - 1 && !EndsAt(to))
            {
                to++;
            }

            if (measures[from].Endings.Contains(1))
            {
                firstLength = to - from + 1;
            }
            else if (!EndsAt(to) || (to == measures.Count - 1 && measures[to].EndsRepeat == 0))
            {
                to = Math.Min(to, from + Math.Max(firstLength, 1) - 1);
            }

            measures[to].Ended = measures[from].Endings;
        }

        bool EndsAt(int measure) =>
            measures[measure] is { EndsRepeat: > 0 } or { Line: BarLine.Doubled or BarLine.Final }
            || (measure + 1 < measures.Count && (measures[measure + 1].Endings.Count > 0 || measures[measure + 1].StartsRepeat));
    }

    private bool IsPickup => tune.Meter.Measure is { } full && measures[0].Duration < full && measures.Count > 1;

    private IEnumerable<XElement> Numbered()
    {
        int number = 0;
        for (int n = 0; n < measures.Count; n++)
        {
            bool isPickup = n == 0 && IsPickup;
            number += isPickup ? 0 : 1;
            yield return measures[n].Element(number.ToString(System.Globalization.CultureInfo.InvariantCulture), isPickup);
        }
    }

    private long Units(Fraction duration)
    {
        Fraction units = duration * new Fraction(4L * divisions);
        return Math.Max(units.Numerator / units.Denominator, 1);
    }

    // The verses under the lines of music before them.
    private static Dictionary<TuneElement, List<XElement>> Lyrics(Tune tune, Voice voice)
    {
        Dictionary<TuneElement, List<XElement>> laid = new(ReferenceEqualityComparer.Instance);
        int after = 0;
        int before = 0;
        int verse = 0;
        foreach (TuneField field in tune.Fields.Where(of => of.Name == 'w'))
        {
            (TuneElement Element, int Measure)[] notes = [.. Notes(voice, field.Position.Line)];
            int last = notes.Length > 0 ? notes[^1].Element.Position.Line : 0;
            if (last != before)
            {
                (after, before, verse) = (before, last, 0);
            }

            notes = [.. notes.Where(of => of.Element.Position.Line > after)];
            verse++;
            if (notes.Length == 0)
            {
                continue;
            }

            Verse.Syllable?[] syllables = Verse.Lay(field.Text, [.. notes.Select(of => of.Measure)]);
            bool inWord = false;
            for (int n = 0; n < notes.Length; n++)
            {
                if (syllables[n] is { } syllable)
                {
                    laid.TryAdd(notes[n].Element, []);
                    laid[notes[n].Element].Add(MusicXmlNotes.Lyric(syllable, inWord, verse));
                    inWord = syllable.GoesOn;
                }
            }
        }

        return laid;
    }

    private static IEnumerable<(TuneElement, int)> Notes(Voice voice, int line)
    {
        int measure = 0;
        foreach (TuneElement element in voice.Elements.TakeWhile(of => of.Position.Line < line))
        {
            measure += element is Bar ? 1 : 0;
            if (element is Note or Chord)
            {
                yield return (element, measure);
            }
        }
    }
}
