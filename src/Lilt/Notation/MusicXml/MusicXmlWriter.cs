using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Lilt.Notation.Elements;

namespace Lilt.Notation.MusicXml;

/// <summary>Writes a tune as MusicXML 4.0, one part a voice, for notation programs.</summary>
/// <remarks>
/// Written are notes, chords, grace notes, rests, ties, tuplets, slurs, accidentals as they stand, keys, meters, tempi, repeats, endings,
/// overlays, parts, chord symbols, words, decorations and verses. Source: W3C, MusicXML 4.0, 2021.
/// </remarks>
public static class MusicXmlWriter
{
    private const string PublicId = "-//Recordare//DTD MusicXML 4.0 Partwise//EN";
    private const string SystemId = "http://www.musicxml.org/dtds/partwise.dtd";

    /// <summary>Writes a tune as a document of its own.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="stream">Where to; left open.</param>
    public static void Write(Tune tune, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(tune);
        ArgumentNullException.ThrowIfNull(stream);
        XmlWriterSettings settings = new()
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
            CheckCharacters = false,
        };
        using XmlWriter writer = XmlWriter.Create(stream, settings);
        Document(tune).Save(writer);
    }

    private static XDocument Document(Tune tune)
    {
        int divisions = Divisions(tune);
        XElement[] parts =
        [
            .. tune.Voices.Select(
                (voice, n) => new XElement("part", new XAttribute("id", $"P{n + 1}"), new MusicXmlPart(tune, voice, divisions).Measures())
            ),
        ];
        return new XDocument(
            new XDocumentType("score-partwise", PublicId, SystemId, null!),
            new XElement(
                "score-partwise",
                new XAttribute("version", "4.0"),
                tune.Title is { Length: > 0 } title ? new XElement("work", new XElement("work-title", Plain(title))) : null,
                new XElement(
                    "identification",
                    tune.Fields.Where(of => of.Name == 'C').Select(of => Creator("composer", of.Text)),
                    new XElement("encoding", new XElement("software", "Lilt"))
                ),
                new XElement(
                    "part-list",
                    tune.Voices.Select(
                        (voice, n) =>
                            new XElement(
                                "score-part",
                                new XAttribute("id", $"P{n + 1}"),
                                new XElement("part-name", voice.Id.Length > 0 ? Plain(voice.Id) : "Music")
                            )
                    )
                ),
                parts
            )
        );
    }

    private static XElement Creator(string type, string text) => new("creator", new XAttribute("type", type), Plain(text));

    /// <summary>A text without the characters that XML has not.</summary>
    internal static string Plain(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    /// <summary>A number as XML has it.</summary>
    internal static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    // So many to a quarter that every note, drawn as tied ones if need be, lasts a whole number of them.
    private static int Divisions(Tune tune)
    {
        long divisions = 1;
        foreach (Voice voice in tune.Voices)
        {
            TupletState tuplet = new();
            foreach (TuneElement element in voice.Elements)
            {
                foreach (NoteValue value in tuplet.Values(element))
                {
                    long denominator = (value.Duration * new Fraction(4)).Denominator;
                    divisions = divisions / Common(divisions, denominator) * denominator;
                }
            }
        }

        return checked((int)divisions);
    }

    private static long Common(long a, long b) => b == 0 ? a : Common(b, a % b);
}
