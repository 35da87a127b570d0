using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Where tuplets start and end in a measure, as marks of its notes and rests: readers reckon by the marks.</summary>
/// <remarks>
/// A tuplet that goes over a bar is one on either side of it, as MusicXML has no other. Notes of a tuplet that nobody opened (<c>A2/3B2/3c2/3</c>)
/// are one as soon as their time is even.
/// </remarks>
internal static class TupletMarks
{
    /// <summary>Marks the tuplets of a measure.</summary>
    /// <param name="music">The measure's elements, in order.</param>
    /// <param name="starts">Where a tuplet was opened.</param>
    /// <param name="ends">Where it is complete.</param>
    /// <param name="divisions">Divisions of a quarter note.</param>
    public static void Mark(IReadOnlyList<XElement> music, IReadOnlySet<XElement> starts, IReadOnlySet<XElement> ends, int divisions)
    {
        XElement? last = null;
        string ratio = string.Empty;
        bool isOpened = false;
        long sum = 0;
        foreach (XElement element in music)
        {
            if (element.Name == "backup")
            {
                Close();
            }

            if (element.Name != "note" || element.Element("grace") is not null || element.Element("chord") is not null)
            {
                continue;
            }

            string own = element.Element("time-modification")?.Value ?? string.Empty;
            if (own != ratio || starts.Contains(element))
            {
                Close();
            }

            if (own.Length == 0)
            {
                continue;
            }

            if (last is null)
            {
                (ratio, isOpened, sum) = (own, starts.Contains(element), 0);
                Add(element, "start");
            }

            last = element;
            sum += (long)element.Element("duration")!;
            if (ends.Contains(element) || (!isOpened && IsEven(new Fraction(sum, divisions))))
            {
                Close();
            }
        }

        Close();

        void Close()
        {
            if (last is not null)
            {
                Add(last, "stop");
            }

            (last, ratio) = (null, string.Empty);
        }
    }

    private static bool IsEven(Fraction quarters) => (quarters.Denominator & (quarters.Denominator - 1)) == 0;

    private static void Add(XElement note, string type) =>
        MusicXmlNotes.Notations(note).Add(new XElement("tuplet", new XAttribute("type", type)));
}
