using System.Xml.Linq;
using Lilt.Notation.Elements;

namespace Lilt.Notation.MusicXml;

/// <summary>A measure as it is gathered: its music and the bars at both ends.</summary>
internal sealed class MeasureOut
{
    /// <summary>Notes, directions, harmonies and changes, in order.</summary>
    public List<XElement> Music { get; } = [];

    /// <summary>The notes and rests of it that open a tuplet.</summary>
    public HashSet<XElement> TupletStarts { get; } = [];

    /// <summary>The notes and rests of it that complete a tuplet.</summary>
    public HashSet<XElement> TupletEnds { get; } = [];

    /// <summary>The meter at its end.</summary>
    public required Meter Meter { get; set; }

    /// <summary>How long the longest voice of it lasts, in whole notes.</summary>
    public Fraction Duration { get; set; }

    /// <summary>Whether a note or a rest stands in it.</summary>
    public bool HasTime { get; set; }

    /// <summary>Whether a repeat starts at it.</summary>
    public bool StartsRepeat { get; set; }

    /// <summary>The endings that start at it.</summary>
    public IReadOnlyList<int> Endings { get; set; } = [];

    /// <summary>The endings that end with it.</summary>
    public IReadOnlyList<int> Ended { get; set; } = [];

    /// <summary>How the bar behind it is drawn.</summary>
    public BarLine Line { get; set; } = BarLine.Plain;

    /// <summary>The colons before the bar behind it.</summary>
    public int EndsRepeat { get; set; }

    /// <summary>The whole measure.</summary>
    /// <param name="number">What it is called.</param>
    /// <param name="isImplicit">Whether it is a fragment, whose number is not shown.</param>
    public XElement Element(string number, bool isImplicit) =>
        new("measure", new XAttribute("number", number), isImplicit ? new XAttribute("implicit", "yes") : null, Left(), Music, Right());

    private XElement? Left() =>
        StartsRepeat || Endings.Count > 0
            ? new XElement(
                "barline",
                new XAttribute("location", "left"),
                StartsRepeat ? new XElement("bar-style", "heavy-light") : null,
                Endings.Count > 0 ? Ending(Endings, "start") : null,
                StartsRepeat ? new XElement("repeat", new XAttribute("direction", "forward")) : null
            )
            : null;

    private XElement? Right()
    {
        string? style =
            EndsRepeat > 0 ? "light-heavy"
            : Line == BarLine.Doubled ? "light-light"
            : Line == BarLine.Final ? "light-heavy"
            : Line == BarLine.Initial ? "heavy-light"
            : Line == BarLine.Dotted ? "dotted"
            : Line == BarLine.None ? "none"
            : null;
        return style is null && Ended.Count == 0
            ? null
            : new XElement(
                "barline",
                new XAttribute("location", "right"),
                style is null ? null : new XElement("bar-style", style),
                Ended.Count > 0 ? Ending(Ended, EndsRepeat > 0 || Line == BarLine.Final ? "stop" : "discontinue") : null,
                EndsRepeat > 0
                    ? new XElement(
                        "repeat",
                        new XAttribute("direction", "backward"),
                        EndsRepeat > 1 ? new XAttribute("times", EndsRepeat + 1) : null
                    )
                    : null
            );
    }

    private static XElement Ending(IReadOnlyList<int> numbers, string type) =>
        new("ending", new XAttribute("number", string.Join(',', numbers)), new XAttribute("type", type));
}
