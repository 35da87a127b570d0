using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>What stands over or under the staff, as MusicXML's <c>direction</c>.</summary>
internal static class MusicXmlDirections
{
    private static readonly string[] Dynamics = ["pppp", "ppp", "pp", "p", "mp", "mf", "f", "ff", "fff", "ffff", "sfz"];

    /// <summary>A tempo, as a metronome's mark where a beat is named, else in words.</summary>
    public static XElement Tempo(Tempo tempo)
    {
        XElement direction =
            tempo is { Beat: { } beat, BeatsPerMinute: { } speed } && NoteValue.Of(beat, 1, 1) is [var value]
                ? Direction(
                    new XElement(
                        "metronome",
                        new XElement("beat-unit", value.Type),
                        Enumerable.Range(0, value.Dots).Select(_ => new XElement("beat-unit-dot")),
                        new XElement("per-minute", MusicXmlWriter.Number(speed))
                    )
                )
                : Direction(new XElement("words", MusicXmlWriter.Plain(tempo.Text)));
        if (tempo.BeatsPerMinute is { } beats)
        {
            double quarters = beats * 4 * (tempo.Beat ?? new Fraction(1, 4)).ToDouble();
            direction.Add(new XElement("sound", new XAttribute("tempo", MusicXmlWriter.Number(quarters))));
        }

        return direction;
    }

    /// <summary>A part's name.</summary>
    public static XElement Rehearsal(string name) => Direction(new XElement("rehearsal", MusicXmlWriter.Plain(name)));

    /// <summary>Words.</summary>
    public static XElement Words(string text, bool above) => Direction(new XElement("words", MusicXmlWriter.Plain(text)), above);

    /// <summary>Words with ABC's mark of where they stand.</summary>
    public static XElement Annotation(string text) =>
        text is ['^' or '_' or '<' or '>' or '@', ..] ? Words(text[1..], above: text[0] != '_') : Words(text, above: true);

    /// <summary>A decoration that belongs to the staff and not to a note; null where it is none.</summary>
    public static XElement? Of(string name) =>
        name switch
        {
            "S" or "segno" => With(Direction(new XElement("segno")), "segno", "segno"),
            "O" or "coda" => With(Direction(new XElement("coda")), "coda", "coda"),
            "D.C." or "dacapo" => With(Words("D.C.", above: true), "dacapo", "yes"),
            "D.C.alfine" => With(Words("D.C. al Fine", above: true), "dacapo", "yes"),
            "D.C.alcoda" => With(Words("D.C. al Coda", above: true), "dacapo", "yes"),
            "D.S." => With(Words("D.S.", above: true), "dalsegno", "segno"),
            "D.S.alfine" => With(Words("D.S. al Fine", above: true), "dalsegno", "segno"),
            "D.S.alcoda" => With(Words("D.S. al Coda", above: true), "dalsegno", "segno"),
            "fine" => With(Words("Fine", above: true), "fine", "yes"),
            "tocoda" => With(Words("To Coda", above: true), "tocoda", "coda"),
            "crescendo(" or "<(" => Direction(new XElement("wedge", new XAttribute("type", "crescendo")), above: false),
            "diminuendo(" or ">(" => Direction(new XElement("wedge", new XAttribute("type", "diminuendo")), above: false),
            "crescendo)" or "<)" or "diminuendo)" or ">)" => Direction(new XElement("wedge", new XAttribute("type", "stop")), above: false),
            _ when Dynamics.Contains(name) => Direction(new XElement("dynamics", new XElement(name)), above: false),
            _ => null,
        };

    private static XElement Direction(XElement type, bool above = true) =>
        new("direction", new XAttribute("placement", above ? "above" : "below"), new XElement("direction-type", type));

    private static XElement With(XElement direction, string name, string value)
    {
        direction.Add(new XElement("sound", new XAttribute(name, value)));
        return direction;
    }
}
