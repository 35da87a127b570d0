using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>What stands at a measure's edges, in ABC.</summary>
internal static class BarlineText
{
    /// <summary>What opens a measure; empty where nothing does.</summary>
    public static string Left(XElement measure)
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

    /// <summary>What closes a measure.</summary>
    public static string Right(XElement measure)
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

    /// <summary>What closed the measure before and what opens this one, as one bar.</summary>
    public static string Joined(string right, string left) =>
        (right, left) switch
        {
            (":|", "|: ") => " :: ",
            _ => right.Length > 0 ? $" {right}{left.TrimStart('|')} " : left,
        };
}
