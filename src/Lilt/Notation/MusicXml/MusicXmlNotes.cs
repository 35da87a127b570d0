using System.Xml.Linq;
using Lilt.Notation.Elements;

namespace Lilt.Notation.MusicXml;

/// <summary>Notes and rests as MusicXML's <c>note</c>.</summary>
internal static class MusicXmlNotes
{
    /// <summary>A note, or one of a chord.</summary>
    /// <param name="note">The note.</param>
    /// <param name="value">How it is drawn.</param>
    /// <param name="layer">The voice within the part.</param>
    /// <param name="units">How long it lasts, in divisions.</param>
    /// <param name="isChord">Whether it begins with the note before it.</param>
    /// <param name="showsAccidental">Whether its written accidental stands here.</param>
    /// <param name="tie">Whether a tie leads to it, and from it.</param>
    /// <param name="notations">Slurs, tuplets, marks.</param>
    /// <param name="lyrics">Its syllables; null for none.</param>
    public static XElement Note(
        Note note,
        NoteValue value,
        int layer,
        long units,
        bool isChord,
        bool showsAccidental,
        (bool Ends, bool Starts) tie,
        IReadOnlyList<XElement> notations,
        IReadOnlyList<XElement>? lyrics
    )
    {
        XElement[] tied = [.. Ties("tied", tie), .. notations];
        return new XElement(
            "note",
            isChord ? new XElement("chord") : null,
            PitchElement(note.Pitch),
            new XElement("duration", units),
            Ties("tie", tie),
            new XElement("voice", layer),
            Drawn(value),
            showsAccidental ? Accidental(note.WrittenAlteration) : null,
            Modification(value),
            tied.Length > 0 ? new XElement("notations", tied) : null,
            lyrics
        );
    }

    /// <summary>A rest.</summary>
    public static XElement Rest(NoteValue value, bool isVisible, int layer, long units) =>
        new(
            "note",
            isVisible ? null : new XAttribute("print-object", "no"),
            new XElement("rest"),
            new XElement("duration", units),
            new XElement("voice", layer),
            Drawn(value),
            Modification(value)
        );

    /// <summary>A rest of a whole measure.</summary>
    public static XElement MeasureRest(bool isVisible, int layer, long units) =>
        new(
            "note",
            isVisible ? null : new XAttribute("print-object", "no"),
            new XElement("rest", new XAttribute("measure", "yes")),
            new XElement("duration", units),
            new XElement("voice", layer)
        );

    /// <summary>Grace notes.</summary>
    public static IEnumerable<XElement> Grace(GraceNotes grace, int layer) =>
        grace.Notes.Select(note => new XElement(
            "note",
            new XElement("grace", grace.IsSlashed ? new XAttribute("slash", "yes") : null),
            PitchElement(note.Pitch),
            new XElement("voice", layer),
            Drawn(NoteValue.Of(note.Duration, 1, 1)[0]),
            Accidental(note.WrittenAlteration)
        ));

    /// <summary>A syllable.</summary>
    /// <param name="syllable">The syllable.</param>
    /// <param name="inWord">Whether the word began before it.</param>
    /// <param name="verse">From 1.</param>
    public static XElement Lyric(Verse.Syllable syllable, bool inWord, int verse) =>
        new(
            "lyric",
            new XAttribute("number", verse),
            new XElement(
                "syllabic",
                (inWord, syllable.GoesOn) switch
                {
                    (false, false) => "single",
                    (false, true) => "begin",
                    (true, true) => "middle",
                    _ => "end",
                }
            ),
            new XElement("text", MusicXmlWriter.Plain(syllable.Text))
        );

    /// <summary>The notations of a note or a rest, made where there are none.</summary>
    public static XElement Notations(XElement note)
    {
        if (note.Element("notations") is { } there)
        {
            return there;
        }

        XElement made = new("notations");
        if (note.Element("lyric") is { } lyric)
        {
            lyric.AddBeforeSelf(made);
        }
        else
        {
            note.Add(made);
        }

        return made;
    }

    private static XElement PitchElement(Pitch pitch) =>
        new(
            "pitch",
            new XElement("step", pitch.Letter.ToString()),
            pitch.Alteration == 0 ? null : new XElement("alter", pitch.Alteration),
            new XElement("octave", Math.Clamp(pitch.Octave + 4, 0, 9))
        );

    private static IEnumerable<XElement> Ties(string name, (bool Ends, bool Starts) tie)
    {
        if (tie.Ends)
        {
            yield return new XElement(name, new XAttribute("type", "stop"));
        }

        if (tie.Starts)
        {
            yield return new XElement(name, new XAttribute("type", "start"));
        }
    }

    private static IEnumerable<XElement> Drawn(NoteValue value) =>
        [new XElement("type", value.Type), .. Enumerable.Range(0, value.Dots).Select(_ => new XElement("dot"))];

    private static XElement? Modification(NoteValue value) =>
        value.Actual == value.Normal
            ? null
            : new XElement("time-modification", new XElement("actual-notes", value.Actual), new XElement("normal-notes", value.Normal));

    private static XElement? Accidental(int? alteration) =>
        alteration switch
        {
            null => null,
            2 => new XElement("accidental", "double-sharp"),
            1 => new XElement("accidental", "sharp"),
            0 => new XElement("accidental", "natural"),
            -1 => new XElement("accidental", "flat"),
            _ => new XElement("accidental", "flat-flat"),
        };
}
