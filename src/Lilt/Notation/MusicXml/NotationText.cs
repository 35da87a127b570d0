using System.Text;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>The signs of a note in ABC.</summary>
internal static class NotationText
{
    /// <summary>Its decorations, to stand before it.</summary>
    public static string Marks(XElement note)
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

    /// <summary>How long a grace note is, in unit notes: a quaver where nothing is said.</summary>
    public static string GraceLength(XElement note) =>
        note.Element("type")?.Value switch
        {
            "quarter" => "2",
            "16th" => "/2",
            "32nd" => "/4",
            _ => string.Empty,
        };
}
