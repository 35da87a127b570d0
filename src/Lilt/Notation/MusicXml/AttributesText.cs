using System.Globalization;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Keys and meters of a score in ABC.</summary>
internal static class AttributesText
{
    /// <summary>What follows <c>K:</c>.</summary>
    public static string Key(XElement of)
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
                    return new Notation.Key(tonic, named).ToString();
                }
            }
        }

        return "C";
    }

    /// <summary>What follows <c>M:</c>.</summary>
    public static string Meter(XElement time)
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
}
