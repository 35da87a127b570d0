using System.Globalization;
using System.Xml.Linq;

namespace Lilt.Notation.MusicXml;

/// <summary>Pitches in ABC, with accidentals where the key and the measure do not have them.</summary>
/// <param name="remarks">Where it is said what was left out.</param>
internal sealed class PitchText(HashSet<string> remarks)
{
    // The octaves that MusicXML has.
    private const int LowestOctave = 0;
    private const int HighestOctave = 9;

    private readonly int[] signature = new int[7];

    /// <summary>From here on the key is another.</summary>
    /// <param name="key">What follows <c>K:</c>.</param>
    public void ChangeKey(string key)
    {
        Key read = Abc.KeyText.Parse(key).Key ?? Key.CMajor;
        foreach (Letter letter in Enum.GetValues<Letter>())
        {
            signature[(int)letter] = read.Alteration(letter);
        }
    }

    /// <summary>A note's pitch.</summary>
    /// <exception cref="MusicXmlFormatException">It has none.</exception>
    public string Of(XElement note, MusicXmlLayer layer)
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

    private static int Line(XElement of) => ((System.Xml.IXmlLineInfo)of).LineNumber;
}
