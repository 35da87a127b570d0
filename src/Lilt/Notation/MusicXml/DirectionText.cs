using System.Globalization;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Directions of a score in ABC: tempi, jumps, dynamics, words.</summary>
internal static class DirectionText
{
    /// <summary>The tempo that a direction sets, as it follows <c>Q:</c>; null for none.</summary>
    public static string? Tempo(XElement direction)
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

    /// <summary>The signs and words of a direction, its tempo left out.</summary>
    public static IEnumerable<string> Signs(XElement direction)
    {
        string? tempo = Tempo(direction);
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
}
