using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Which notes of a measure are beamed together: those of one beat, as far as no rest, no longer note and no edge of a tuplet stands between.</summary>
internal static class BeamMarks
{
    private static readonly string[] Flagged = ["eighth", "16th", "32nd", "64th", "128th", "256th", "512th", "1024th"];

    /// <summary>Marks the beams of a measure.</summary>
    /// <param name="music">The measure's elements, in order, tuplets marked.</param>
    /// <param name="start">How far into a measure it begins, in divisions: over 0 in a pickup.</param>
    /// <param name="beat">The beat, in divisions.</param>
    public static void Mark(IReadOnlyList<XElement> music, long start, long beat)
    {
        List<(XElement Note, int Flags)> group = [];
        long at = start;
        long groupBeat = 0;
        foreach (XElement element in music)
        {
            if (element.Name == "backup")
            {
                Close();
                at = start;
            }

            if (element.Name != "note" || element.Element("grace") is not null || element.Element("chord") is not null)
            {
                continue;
            }

            int flags = element.Element("rest") is null ? Array.IndexOf(Flagged, (string?)element.Element("type")) + 1 : 0;
            if (flags == 0 || at / beat != groupBeat || IsEdge(element, "start"))
            {
                Close();
            }

            if (flags > 0)
            {
                group.Add((element, flags));
                groupBeat = at / beat;
            }

            if (IsEdge(element, "stop"))
            {
                Close();
            }

            at += (long)element.Element("duration")!;
        }

        Close();

        void Close()
        {
            for (int n = 0; n < group.Count && group.Count > 1; n++)
            {
                int before = n == 0 ? 0 : group[n - 1].Flags;
                int after = n == group.Count - 1 ? 0 : group[n + 1].Flags;
                for (int level = 1; level <= group[n].Flags; level++)
                {
                    Add(group[n].Note, level, Kind(level <= before, level <= after, isFirst: n == 0));
                }
            }

            group.Clear();
        }
    }

    private static bool IsEdge(XElement note, string type) =>
        note.Element("notations")?.Elements("tuplet").Any(of => (string?)of.Attribute("type") == type) ?? false;

    // A flag that no neighbour shares is a hook, towards the rest of the group.
    private static string Kind(bool goesOn, bool leadsOn, bool isFirst) =>
        (goesOn, leadsOn) switch
        {
            (true, true) => "continue",
            (true, false) => "end",
            (false, true) => "begin",
            _ => isFirst ? "forward hook" : "backward hook",
        };

    private static void Add(XElement note, int level, string kind)
    {
        XElement beam = new("beam", new XAttribute("number", level), kind);
        if ((note.Element("notations") ?? note.Element("lyric")) is { } next)
        {
            next.AddBeforeSelf(beam);
        }
        else
        {
            note.Add(beam);
        }
    }
}
