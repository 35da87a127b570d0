using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>One part of a score as lines of ABC.</summary>
internal sealed class MusicXmlPartReader
{
    private const int MeasuresALine = 4;
    private static readonly Fraction Eighth = new(1, 8);

    private readonly XElement[] measures;
    private readonly HashSet<string> remarks;
    private readonly PitchText pitches;
    private readonly VerseLines verses = new();
    private long divisions = 1;
    private string meter;
    private string key;

    /// <param name="part">The part.</param>
    /// <param name="remarks">Where it is said what was left out.</param>
    public MusicXmlPartReader(XElement part, HashSet<string> remarks)
    {
        this.remarks = remarks;
        pitches = new PitchText(remarks);
        measures = [.. part.Elements("measure")];
        XElement[] attributes = [.. measures.Take(1).Elements("attributes")];
        Meter = meter = attributes.Elements("time").Select(AttributesText.Meter).FirstOrDefault() ?? "none";
        Key = key = attributes.Elements("key").Select(AttributesText.Key).FirstOrDefault() ?? "C";
        Tempo = measures.Take(1).Elements().Select(DirectionText.Tempo).FirstOrDefault(text => text is not null);
        pitches.ChangeKey(key);
    }

    /// <summary>What follows <c>M:</c>.</summary>
    public string Meter { get; }

    /// <summary>What follows <c>K:</c>.</summary>
    public string Key { get; }

    /// <summary>What follows <c>Q:</c>; null for nothing.</summary>
    public string? Tempo { get; }

    /// <summary>Writes the music.</summary>
    public void Write(StringBuilder abc)
    {
        StringBuilder line = new();
        string opening = string.Empty;
        for (int n = 0; n < measures.Length; n++)
        {
            XElement measure = measures[n];
            string left = BarlineText.Left(measure);
            line.Append(BarlineText.Joined(opening, left));
            line.Append(Music(measure, isFirst: n == 0));
            opening = BarlineText.Right(measure);
            if ((n + 1) % MeasuresALine == 0 || n == measures.Length - 1)
            {
                // The bar closes the line; what opens the next stands there.
                line.Append(opening);
                opening = string.Empty;
                abc.Append(line.ToString().Trim()).Append('\n');
                line.Clear();
                verses.Write(abc);
            }
        }
    }

    // The first voice of a measure, then each further one from the measure's start.
    private string Music(XElement measure, bool isFirst)
    {
        Dictionary<string, MusicXmlLayer> layers = [];
        List<string> order = [];
        Fraction at = Fraction.Zero;
        List<string> before = [];
        foreach (XElement element in measure.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "attributes":
                    before.AddRange(Changes(element, isFirst));
                    break;
                case "backup":
                    at -= Length(element);
                    break;
                case "forward":
                    at += Length(element);
                    break;
                case "direction" or "sound":
                    if (DirectionText.Tempo(element) is { } tempo && (!isFirst || tempo != Tempo))
                    {
                        before.Add($"[Q:{tempo}]");
                    }

                    before.AddRange(DirectionText.Signs(element));
                    break;
                case "harmony" when HarmonyText.Text(element) is { } symbol:
                    before.Add($"\"{symbol}\"");
                    break;
                case "note":
                    string voice = $"{element.Element("staff")?.Value}/{element.Element("voice")?.Value}";
                    if (!layers.TryGetValue(voice, out MusicXmlLayer? layer))
                    {
                        layers[voice] = layer = new MusicXmlLayer();
                        order.Add(voice);
                    }

                    at = Note(element, layer, at, before, isMain: order[0] == voice);
                    break;
            }
        }

        string tail = before.Count > 0 ? string.Concat(before) + "y" : string.Empty;
        return string.Join(" & ", order.Select(voice => layers[voice].Text().Trim())) + tail + " ";
    }

    private Fraction Note(XElement note, MusicXmlLayer layer, Fraction at, List<string> before, bool isMain)
    {
        bool isChord = note.Element("chord") is not null;
        Fraction length = note.Element("grace") is null ? Length(note) : Fraction.Zero;
        if (note.Element("cue") is not null || (note.Element("pitch") is null && note.Element("rest") is null))
        {
            remarks.Add(
                note.Element("cue") is not null ? "Cue notes are left out." : "Notes without a pitch, as drums have them, are left out."
            );
            return isChord ? at : at + length;
        }

        if (note.Element("grace") is { } grace)
        {
            layer.Grace(
                pitches.Of(note, layer) + NotationText.GraceLength(note),
                (string?)grace.Attribute("slash") == "yes",
                isChord,
                string.Concat(before)
            );
            before.Clear();
            return at;
        }

        if (!isChord)
        {
            layer.MoveTo(at);
            if (isMain)
            {
                verses.Take(note);
            }
        }

        (int actual, int normal) = Ratio(note);
        string text =
            note.Element("rest") is null ? pitches.Of(note, layer)
            : (string?)note.Attribute("print-object") == "no" ? "x"
            : "z";
        layer.Add(
            new MusicXmlLayer.Sound(
                string.Concat(before) + NotationText.Marks(note),
                text,
                length * new Fraction(actual, normal) / Eighth,
                (actual, normal),
                length,
                isChord,
                note.Elements("tie").Any(of => (string?)of.Attribute("type") == "start"),
                note.Element("notations")?.Elements("slur").Count(of => (string?)of.Attribute("type") == "start") ?? 0,
                note.Element("notations")?.Elements("slur").Count(of => (string?)of.Attribute("type") == "stop") ?? 0,
                note.Element("notations")?.Elements("tuplet").Any(of => (string?)of.Attribute("type") == "stop") ?? false
            )
        );
        before.Clear();
        return isChord ? at : at + length;
    }

    private Fraction Length(XElement of) =>
        decimal.TryParse(of.Element("duration")?.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out decimal duration)
        && duration is > 0 and < 1_000_000_000
            ? new Fraction((long)(duration * 1000), 4000 * divisions)
            : Fraction.Zero;

    private static (int Actual, int Normal) Ratio(XElement note) =>
        note.Element("time-modification") is { } modification
        && int.TryParse(modification.Element("actual-notes")?.Value, out int actual)
        && int.TryParse(modification.Element("normal-notes")?.Value, out int normal)
        && actual is > 1 and <= ReaderLimits.LargestTuplet
        && normal is >= 1 and <= ReaderLimits.LargestTuplet
            ? (actual, normal)
            : (1, 1);

    private IEnumerable<string> Changes(XElement attributes, bool isFirst)
    {
        if (long.TryParse(attributes.Element("divisions")?.Value, out long said) && said is > 0 and <= 1 << 20)
        {
            divisions = said;
        }

        if (attributes.Elements("key").Select(AttributesText.Key).FirstOrDefault() is { } newKey)
        {
            bool changed = newKey != key;
            key = newKey;
            pitches.ChangeKey(key);
            if (changed || !isFirst)
            {
                yield return $"[K:{key}]";
            }
        }

        if (attributes.Element("transpose") is { } transpose)
        {
            // How far from what is written the part sounds.
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"[K:{key} transpose={Number(transpose, "chromatic") + (12 * Number(transpose, "octave-change"))}]"
            );
        }

        if (attributes.Elements("time").Select(AttributesText.Meter).FirstOrDefault() is { } newMeter)
        {
            bool changed = newMeter != meter;
            meter = newMeter;
            if (changed || !isFirst)
            {
                yield return $"[M:{meter}]";
            }
        }
    }

    private static int Number(XElement of, string name) =>
        double.TryParse(of.Element(name)?.Value, CultureInfo.InvariantCulture, out double number) ? (int)Math.Clamp(number, -60, 60) : 0;
}
