using System.Globalization;

namespace Lilt.Notation;

/// <summary>A spelled pitch: what a note sounds, key signature and accidentals applied.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Alteration">Semitones up (sharps) or down (flats), −2 to 2.</param>
/// <param name="Octave">0 is the octave from middle C up: ABC's <c>C</c> to <c>B</c>; 1 is <c>c</c> to <c>b</c>.</param>
public readonly record struct Pitch(Letter Letter, int Alteration, int Octave)
{
    private static ReadOnlySpan<int> Semitones => [0, 2, 4, 5, 7, 9, 11];

    /// <summary>Semitones above middle C; MIDI's note number less 60. Not limited to what MIDI can say.</summary>
    public int SemitonesAboveMiddleC => (12 * Octave) + Semitones[(int)Letter] + Alteration;

    /// <summary>MIDI's note number, 60 for middle C. Not limited to 0–127.</summary>
    public int Midi => 60 + SemitonesAboveMiddleC;

    /// <summary>0 for C to 11 for B, whatever the spelling.</summary>
    public int PitchClass => ((SemitonesAboveMiddleC % 12) + 12) % 12;

    /// <summary>Letters counted from middle C: 0 for <c>C</c>, 7 for <c>c</c>, −1 for <c>B,</c>.</summary>
    public int Staff => (7 * Octave) + (int)Letter;

    /// <summary>The semitones of an unaltered letter above its C.</summary>
    public static int SemitonesOf(Letter letter) => Semitones[(int)letter];

    /// <summary>The pitch as ABC writes it with its alteration always said, as <c>^f'</c> or <c>=C,</c>.</summary>
    public override string ToString()
    {
        string name = Alteration switch
        {
            <= -2 => "__",
            -1 => "_",
            0 => "=",
            1 => "^",
            _ => "^^",
        };
        string letter = Letter.ToString();
        return Octave > 0
            ? name + letter.ToLower(CultureInfo.InvariantCulture) + new string('\'', Octave - 1)
            : name + letter + new string(',', -Octave);
    }
}
