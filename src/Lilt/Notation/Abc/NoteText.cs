using System.Globalization;
using System.Text;

namespace Lilt.Notation.Abc;

/// <summary>Notes and lengths as ABC and folk-rnn's tokens write them.</summary>
internal static class NoteText
{
    private static readonly string[] Accidentals = ["__", "_", "=", "^", "^^"];
    private static readonly string[] SharpNames = ["=C", "^C", "=D", "^D", "=E", "=F", "^F", "=G", "^G", "=A", "^A", "=B"];
    private static readonly string?[] Cache = new string?[6 * 7 * 8];

    /// <summary>A note's accidental, letter and octave.</summary>
    public static string Of(int? alteration, Letter letter, int octave)
    {
        if (octave is < -3 or > 4)
        {
            return Make(alteration, letter, octave);
        }

        int index = (((((alteration ?? 3) + 2) * 7) + (int)letter) * 8) + octave + 3;
        return Cache[index] ??= Make(alteration, letter, octave);
    }

    /// <summary>A note as folk-rnn v3 names it: what it sounds, with a sharp or a natural always written.</summary>
    public static string Sharp(Pitch pitch)
    {
        int semitones = pitch.SemitonesAboveMiddleC;
        int octave = (semitones - pitch.PitchClass) / 12;
        string name = SharpNames[pitch.PitchClass];
        return Of(name[0] == '^' ? 1 : 0, Enum.Parse<Letter>(name.AsSpan(1)), octave);
    }

    /// <summary>A multiple of the unit note: empty for 1, <c>2</c>, <c>/2</c>, <c>3/2</c>.</summary>
    public static string Length(Fraction multiplier) =>
        (multiplier.Numerator, multiplier.Denominator) switch
        {
            (1, 1) => string.Empty,
            (2, 1) => "2",
            (3, 1) => "3",
            (1, 2) => "/2",
            (3, 2) => "3/2",
            (1, long below) => string.Create(CultureInfo.InvariantCulture, $"/{below}"),
            _ => multiplier.ToString(),
        };

    private static string Make(int? alteration, Letter letter, int octave)
    {
        StringBuilder text = new();
        if (alteration is { } written)
        {
            text.Append(Accidentals[written + 2]);
        }

        text.Append((char)((octave > 0 ? 'a' : 'A') + (((int)letter + 2) % 7)));
        return text.Append(octave > 0 ? '\'' : ',', octave > 0 ? octave - 1 : -octave).ToString();
    }
}
