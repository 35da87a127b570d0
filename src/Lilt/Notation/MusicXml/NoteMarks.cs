using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>What waits for the next note: decorations, slurs, ties.</summary>
internal sealed class NoteMarks
{
    private readonly List<string> decorations = [];
    private readonly List<int> open = [];
    private readonly List<int> starting = [];
    private readonly HashSet<Pitch> tied = [];

    /// <summary>The next note has a mark.</summary>
    public void Decorate(string name) => decorations.Add(name);

    /// <summary>A slur starts at the next note.</summary>
    public void StartSlur()
    {
        int number = 1;
        while (open.Contains(number))
        {
            number++;
        }

        if (number <= 16)
        {
            open.Add(number);
            starting.Add(number);
        }
    }

    /// <summary>The last slur ends at the note before.</summary>
    public void EndSlur(XElement? note)
    {
        // A slur that ends before its first note is none.
        if (note is null || open.Count == 0 || starting.Contains(open[^1]))
        {
            return;
        }

        MusicXmlNotes.Notations(note).Add(Slur("stop", open[^1]));
        open.RemoveAt(open.Count - 1);
    }

    /// <summary>A tie leads from a pitch to its next note.</summary>
    public void Tie(Pitch pitch) => tied.Add(pitch);

    /// <summary>Whether a tie leads here.</summary>
    public bool TakeTie(Pitch pitch) => tied.Remove(pitch);

    /// <summary>What stands at a note.</summary>
    /// <param name="isFirst">Whether it is the first of the notes that it is drawn as.</param>
    public IReadOnlyList<XElement> Notations(bool isFirst)
    {
        List<XElement> notations = [];
        if (isFirst)
        {
            notations.AddRange(starting.Select(number => Slur("start", number)));
            notations.AddRange(decorations.Select(Mark).OfType<XElement>());
            starting.Clear();
            decorations.Clear();
        }

        return notations;
    }

    private static XElement Slur(string type, int number) => new("slur", new XAttribute("type", type), new XAttribute("number", number));

    private static XElement? Mark(string name) =>
        name switch
        {
            "." or "staccato" => new XElement("articulations", new XElement("staccato")),
            "L" or ">" or "accent" or "emphasis" => new XElement("articulations", new XElement("accent")),
            "tenuto" => new XElement("articulations", new XElement("tenuto")),
            "marcato" or "^" => new XElement("articulations", new XElement("strong-accent")),
            "wedge" => new XElement("articulations", new XElement("staccatissimo")),
            "breath" => new XElement("articulations", new XElement("breath-mark")),
            "u" or "upbow" => new XElement("technical", new XElement("up-bow")),
            "v" or "downbow" => new XElement("technical", new XElement("down-bow")),
            "open" => new XElement("technical", new XElement("open-string")),
            "0" or "1" or "2" or "3" or "4" or "5" => new XElement("technical", new XElement("fingering", name)),
            "T" or "trill" => new XElement("ornaments", new XElement("trill-mark")),
            "M" or "lowermordent" or "mordent" => new XElement("ornaments", new XElement("mordent")),
            "P" or "uppermordent" or "pralltriller" => new XElement("ornaments", new XElement("inverted-mordent")),
            "turn" => new XElement("ornaments", new XElement("turn")),
            "~" or "roll" => new XElement("ornaments", new XElement("other-ornament", "roll")),
            "H" or "fermata" => new XElement("fermata", new XAttribute("type", "upright")),
            "invertedfermata" => new XElement("fermata", new XAttribute("type", "inverted")),
            "arpeggio" => new XElement("arpeggiate"),
            _ => null,
        };
}
