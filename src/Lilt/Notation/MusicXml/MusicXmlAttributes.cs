using System.Globalization;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Keys and meters as MusicXML has them.</summary>
internal static class MusicXmlAttributes
{
    /// <summary>A key.</summary>
    public static XElement Key(Notation.Key key)
    {
        Letter[] letters = [.. Enum.GetValues<Letter>().Where(letter => key.Alteration(letter) != 0)];
        return key.HasExplicitAccidentals
            ? new XElement(
                "key",
                letters.SelectMany(letter =>
                    (XElement[])[new XElement("key-step", letter.ToString()), new XElement("key-alter", key.Alteration(letter))]
                )
            )
            : new XElement(
                "key",
                new XElement("fifths", key.Tonic is { } tonic && key.Mode != Mode.None ? Notation.Key.SharpsOf(tonic, key.Mode) : 0),
                new XElement("mode", key.Mode.ToString().ToLowerInvariant())
            );
    }

    /// <summary>A meter.</summary>
    public static XElement Meter(Notation.Meter meter) =>
        meter.Measure is null
            ? new XElement("time", new XElement("senza-misura"))
            : new XElement(
                "time",
                meter.Text switch
                {
                    "C" or "c" => new XAttribute("symbol", "common"),
                    "C|" or "c|" => new XAttribute("symbol", "cut"),
                    _ => null,
                },
                new XElement("beats", Beats(meter)),
                new XElement("beat-type", meter.Denominator)
            );

    // Sums stay sums: 2+3/8 has two plus three beats.
    private static string Beats(Notation.Meter meter) =>
        meter.Text.Contains('+', StringComparison.Ordinal)
            ? meter.Text[..meter.Text.LastIndexOf('/')].Trim('(', ')', ' ').Replace(" ", string.Empty, StringComparison.Ordinal)
            : meter.Numerator.ToString(CultureInfo.InvariantCulture);
}
