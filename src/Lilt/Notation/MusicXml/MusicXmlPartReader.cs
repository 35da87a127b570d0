using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>One part of a score as lines of ABC.</summary>
internal sealed class MusicXmlPartReader
{
    private const int MeasuresALine = 4;

    // The octaves that MusicXML has.
    private const int LowestOctave = 0;
    private const int HighestOctave = 9;
    private static readonly Fraction Eighth = new(1, 8);

    private readonly XElement[] measures;
    private readonly HashSet<string> remarks;
    private readonly int[] signature = new int[7];
    private readonly SortedDictionary<int, List<string>> verses = [];
    private long divisions = 1;
    private string meter;
    private string key;
    private int notes;

    /// <param name="part">The part.</param>
    /// <param name="remarks">Where it is said what was left out.</param>
    public MusicXmlPartReader(XElement part, HashSet<string> remarks)
    {
        this.remarks = remarks;
        measures = [.. part.Elements("measure")];
        XElement[] attributes = [.. measures.Take(1).Elements("attributes")];
        Meter = meter = attributes.Elements("time").Select(MeterText).FirstOrDefault() ?? "none";
        Key = key = attributes.Elements("key").Select(KeyText).FirstOrDefault() ?? "C";
        Tempo = measures.Take(1).Elements().Select(TempoText).FirstOrDefault(text => text is not null);
        SetSignature();
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
            string left = Left(measure);
            line.Append(Joined(opening, left));
            line.Append(Music(measure, isFirst: n == 0));
            opening = Right(measure);
            if ((n + 1) % MeasuresALine == 0 || n == measures.Length - 1)
            {
                // The bar closes the line; what opens the next stands there.
                line.Append(opening);
                opening = string.Empty;
                abc.Append(line.ToString().Trim()).Append('\n');
                line.Clear();
                WriteVerses(abc);
            }
        }
    }

    private static string Joined(string right, string left) =>
        (right, left) switch
        {
            (":|", "|: ") => " :: ",
            _ => right.Length > 0 ? $" {right}{left.TrimStart('|')} " : left,
        };

    private static string Left(XElement measure)
    {
        XElement[] bars = [.. measure.Elements("barline").Where(of => (string?)of.Attribute("location") == "left")];
        bool repeats = bars.Elements("repeat").Any(of => (string?)of.Attribute("direction") == "forward");
        string? ending = bars.Elements("ending")
            .Where(of => (string?)of.Attribute("type") == "start")
            .Select(of => (string?)of.Attribute("number"))
            .FirstOrDefault();
        string numbers = (ending ?? string.Empty).Replace(" ", string.Empty, StringComparison.Ordinal);
        string number = numbers.Length > 0 ? "[" + numbers : string.Empty;
        return repeats ? $"|:{number} "
            : number.Length > 0 ? number + " "
            : string.Empty;
    }

    private static string Right(XElement measure)
    {
        XElement? bar = measure.Elements("barline").LastOrDefault(of => (string?)of.Attribute("location") is null or "right");
        XElement? repeat = bar?.Element("repeat");
        if ((string?)repeat?.Attribute("direction") == "backward")
        {
            int times = int.TryParse((string?)repeat!.Attribute("times"), out int said) && said is > 1 and < 10 ? said : 2;
            return new string(':', times - 1) + "|";
        }

        return (string?)bar?.Element("bar-style") switch
        {
            "light-light" => "||",
            "light-heavy" or "heavy" or "heavy-heavy" => "|]",
            "heavy-light" => "[|",
            // An ending that is over says so: ABC's goes on to the next bar that is not plain.
            _ when bar?.Element("ending") is not null => "||",
            "dotted" or "dashed" => ".|",
            _ => "|",
        };
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
                    before.AddRange(Directions(element, isFirst));
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
            layer.Grace(Pitch(note, layer) + GraceLength(note), (string?)grace.Attribute("slash") == "yes", isChord, string.Concat(before));
            before.Clear();
            return at;
        }

        if (!isChord)
        {
            layer.MoveTo(at);
            notes += isMain && note.Element("rest") is null ? 1 : 0;
            if (isMain)
            {
                Syllables(note);
            }
        }

        (int actual, int normal) = Ratio(note);
        string text =
            note.Element("rest") is null ? Pitch(note, layer)
            : (string?)note.Attribute("print-object") == "no" ? "x"
            : "z";
        layer.Add(
            new MusicXmlLayer.Sound(
                string.Concat(before) + Marks(note),
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

    private string Pitch(XElement note, MusicXmlLayer layer)
    {
        XElement? pitch = note.Element("pitch");
        if (
            !Enum.TryParse(pitch?.Element("step")?.Value.Trim(), out Letter letter)
            || !Enum.IsDefined(letter)
            || !int.TryParse(pitch!.Element("octave")?.Value, out int octave)
            || octave is < LowestOctave or > HighestOctave
        )
        {
            throw new MusicXmlFormatException(
                $"Line {Line(note)}: a note has no step from A to G, or no octave from {LowestOctave} to {HighestOctave}."
            );
        }

        double alter = double.TryParse(pitch.Element("alter")?.Value, CultureInfo.InvariantCulture, out double read) ? read : 0;
        int alteration = (int)Math.Clamp(Math.Round(alter), -2, 2);
        if (alteration != alter)
        {
            remarks.Add("Quarter tones are taken to the nearest semitone.");
        }

        string sign = string.Empty;
        if ((layer.Alterations[(int)letter] ?? signature[(int)letter]) != alteration || note.Element("accidental") is not null)
        {
            layer.Alterations[(int)letter] = alteration;
            sign = alteration switch
            {
                2 => "^^",
                1 => "^",
                0 => "=",
                -1 => "_",
                _ => "__",
            };
        }

        octave -= 4;
        return sign
            + (octave > 0 ? letter.ToString().ToLowerInvariant() + new string('\'', octave - 1) : letter + new string(',', -octave));
    }

    // In unit notes: a quaver where nothing is said.
    private static string GraceLength(XElement note) =>
        note.Element("type")?.Value switch
        {
            "quarter" => "2",
            "16th" => "/2",
            "32nd" => "/4",
            _ => string.Empty,
        };

    private static string Marks(XElement note)
    {
        StringBuilder marks = new();
        foreach (XElement notation in note.Element("notations")?.Elements() ?? [])
        {
            foreach (
                XElement mark in notation.Name.LocalName is "articulations" or "ornaments" or "technical" ? notation.Elements() : [notation]
            )
            {
                marks.Append(
                    mark.Name.LocalName switch
                    {
                        "staccato" => ".",
                        "accent" => "!accent!",
                        "tenuto" => "!tenuto!",
                        "strong-accent" => "!marcato!",
                        "staccatissimo" => "!wedge!",
                        "breath-mark" => "!breath!",
                        "up-bow" => "u",
                        "down-bow" => "v",
                        "open-string" => "!open!",
                        "fingering" when mark.Value is "0" or "1" or "2" or "3" or "4" or "5" => $"!{mark.Value}!",
                        "trill-mark" => "!trill!",
                        "mordent" => "!mordent!",
                        "inverted-mordent" => "!pralltriller!",
                        "turn" => "!turn!",
                        "other-ornament" when mark.Value.Trim() == "roll" => "~",
                        "fermata" => (string?)mark.Attribute("type") == "inverted" ? "!invertedfermata!" : "!fermata!",
                        "arpeggiate" => "!arpeggio!",
                        _ => string.Empty,
                    }
                );
            }
        }

        return marks.ToString();
    }

    private IEnumerable<string> Changes(XElement attributes, bool isFirst)
    {
        if (long.TryParse(attributes.Element("divisions")?.Value, out long said) && said is > 0 and <= 1 << 20)
        {
            divisions = said;
        }

        if (attributes.Elements("key").Select(KeyText).FirstOrDefault() is { } newKey)
        {
            bool changed = newKey != key;
            key = newKey;
            SetSignature();
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

        if (attributes.Elements("time").Select(MeterText).FirstOrDefault() is { } newMeter)
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

    private IEnumerable<string> Directions(XElement direction, bool isFirst)
    {
        string? tempo = TempoText(direction);
        if (tempo is not null && (!isFirst || tempo != Tempo))
        {
            yield return $"[Q:{tempo}]";
        }

        XElement? sound = direction.Element("sound");
        char place = (string?)direction.Attribute("placement") == "below" ? '_' : '^';
        foreach (XElement type in direction.Elements("direction-type").Elements())
        {
            string text = Plain(type.Value);
            string? mark = type.Name.LocalName switch
            {
                "segno" => "!segno!",
                "coda" => "!coda!",
                "rehearsal" when text.Length > 0 => $"[P:{text}]",
                "dynamics" => string.Concat(type.Elements().Select(of => $"!{of.Name.LocalName}!")),
                "wedge" => (string?)type.Attribute("type") switch
                {
                    "crescendo" => "!crescendo(!",
                    "diminuendo" => "!diminuendo(!",
                    _ => null,
                },
                "words" when text.Length > 0 => Jump(sound, text) ?? (tempo is null ? $"\"{place}{text}\"" : null),
                _ => null,
            };
            if (mark is not null)
            {
                yield return mark;
            }
        }
    }

    private static string? Jump(XElement? sound, string text)
    {
        string plain = text.Replace(" ", string.Empty, StringComparison.Ordinal);
        bool alFine = plain.EndsWith("alFine", StringComparison.OrdinalIgnoreCase);
        bool alCoda = plain.EndsWith("alCoda", StringComparison.OrdinalIgnoreCase);
        string to =
            alFine ? "alfine"
            : alCoda ? "alcoda"
            : string.Empty;
        return sound?.Attribute("dacapo") is not null ? $"!D.C.{to}!"
            : sound?.Attribute("dalsegno") is not null ? $"!D.S.{to}!"
            : sound?.Attribute("fine") is not null ? "!fine!"
            : sound?.Attribute("tocoda") is not null ? "!tocoda!"
            : null;
    }

    private void Syllables(XElement note)
    {
        foreach (XElement lyric in note.Elements("lyric"))
        {
            int verse = Verse((string?)lyric.Attribute("number") ?? string.Empty);
            string text = string.Concat(lyric.Elements("text").Select(of => of.Value))
                .Trim()
                .Replace("-", "\\-", StringComparison.Ordinal)
                .Replace(' ', '~');
            if (text.Length == 0)
            {
                continue;
            }

            if (!verses.TryGetValue(verse, out List<string>? line))
            {
                verses[verse] = line = [];
            }

            while (line.Count < notes - 1)
            {
                line.Add("*");
            }

            line.Add(text + ((string?)lyric.Element("syllabic") is "begin" or "middle" ? "-" : " "));
        }
    }

    // Verses are numbered, or named with a number at the end: part1verse2.
    private static int Verse(string name) =>
        int.TryParse(name.AsSpan(name.AsSpan().TrimEnd("0123456789").Length), out int number) ? number : 1;

    private void WriteVerses(StringBuilder abc)
    {
        foreach (List<string> line in verses.Values)
        {
            abc.Append("w: ").Append(string.Concat(line).TrimEnd()).Append('\n');
        }

        verses.Clear();
        notes = 0;
    }

    private void SetSignature()
    {
        Key read = Abc.KeyText.Parse(key).Key ?? Notation.Key.CMajor;
        foreach (Letter letter in Enum.GetValues<Letter>())
        {
            signature[(int)letter] = read.Alteration(letter);
        }
    }

    private static string KeyText(XElement of)
    {
        if (!int.TryParse(of.Element("fifths")?.Value, out int fifths))
        {
            string[] accidentals =
            [
                .. of.Elements("key-step")
                    .Zip(
                        of.Elements("key-alter"),
                        (step, alter) => (alter.Value.Trim().StartsWith('-') ? "_" : "^") + step.Value.Trim().ToLowerInvariant()
                    ),
            ];
            return accidentals.Length > 0 ? "C exp " + string.Join(' ', accidentals) : "none";
        }

        string mode = of.Element("mode")?.Value.Trim() ?? "major";
        if (mode == "none" && fifths == 0)
        {
            return "none";
        }

        Mode named = Enum.TryParse(mode, ignoreCase: true, out Mode known) && known != Mode.None ? known : Mode.Major;
        foreach (Letter letter in Enum.GetValues<Letter>())
        {
            for (int alteration = -1; alteration <= 1; alteration++)
            {
                Tonic tonic = new(letter, alteration);
                if (Notation.Key.SharpsOf(tonic, named) == fifths)
                {
                    return new Key(tonic, named).ToString();
                }
            }
        }

        return "C";
    }

    private static string MeterText(XElement time)
    {
        if (time.Element("senza-misura") is not null || time.Element("beats") is null || time.Element("beat-type") is null)
        {
            return "none";
        }

        return (string?)time.Attribute("symbol") switch
        {
            "common" => "C",
            "cut" => "C|",
            _ => Beats(time),
        };
    }

    // Several fractions are one meter: 3/8 and 2/8 are 3+2/8, 2/4 and 3/8 are 4+3/8.
    private static string Beats(XElement time)
    {
        (string Beats, int Unit)[] groups =
        [
            .. time.Elements("beats")
                .Zip(
                    time.Elements("beat-type"),
                    (beats, unit) => (beats.Value.Trim(), int.TryParse(unit.Value, out int read) && read is > 0 and <= 512 ? read : 4)
                ),
        ];
        int smallest = groups.Max(of => of.Unit);
        IEnumerable<string> counts = groups
            .SelectMany(of =>
                of.Beats.Split('+')
                    .Select(count => int.TryParse(count, out int read) && read is > 0 and <= 1000 ? read * smallest / of.Unit : 1)
            )
            .Select(count => count.ToString(CultureInfo.InvariantCulture));
        return $"{string.Join('+', counts)}/{smallest}";
    }

    private static string? TempoText(XElement direction)
    {
        if (direction.Name.LocalName is not ("direction" or "sound"))
        {
            return null;
        }

        XElement? sound = direction.Name.LocalName == "sound" ? direction : direction.Element("sound");
        XElement? metronome = direction.Elements("direction-type").Elements("metronome").FirstOrDefault();
        string? speed =
            metronome is not null && Speed(metronome.Element("per-minute")?.Value) is { } perMinute && BeatText(metronome) is { } beat
                ? $"{beat}={perMinute}"
            : Speed((string?)sound?.Attribute("tempo")) is { } quarters ? $"1/4={quarters}"
            : null;
        string words = Plain(string.Join(' ', direction.Elements("direction-type").Elements("words").Select(of => of.Value)));
        return speed is null || words.Length == 0 || Jump(sound, words) is not null ? speed : $"\"{words}\" {speed}";
    }

    private static string? Speed(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) && speed > 0
            ? speed.ToString("0.###", CultureInfo.InvariantCulture)
            : null;

    // Words on one line, without the signs that end them in ABC.
    private static string Plain(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('"', '\'').Replace(']', ')');

    private static string? BeatText(XElement metronome)
    {
        Fraction? length = metronome.Element("beat-unit")?.Value.Trim() switch
        {
            "whole" => Fraction.One,
            "half" => new Fraction(1, 2),
            "quarter" => new Fraction(1, 4),
            "eighth" => new Fraction(1, 8),
            "16th" => new Fraction(1, 16),
            _ => null,
        };
        return length is not { } beat ? null
            : metronome.Element("beat-unit-dot") is not null ? (beat * new Fraction(3, 2)).ToString()
            : beat.ToString();
    }

    private static int Line(XElement of) => ((System.Xml.IXmlLineInfo)of).LineNumber;
}
