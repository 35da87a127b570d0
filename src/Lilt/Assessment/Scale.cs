using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>The seven notes of a key's mode.</summary>
/// <param name="Tonic">The tonic's pitch class, 0 for C to 11 for B.</param>
/// <param name="Members">Bit n is set where the pitch class n semitones over the tonic belongs to the mode.</param>
internal readonly record struct Scale(int Tonic, int Members)
{
    private const int Major = 0b1010_1011_0101;

    /// <summary>The scale of a key; null where the key names no tonic or no mode.</summary>
    public static Scale? Of(Key key) => key.Tonic is { } tonic ? Of(tonic.PitchClass, key.Mode) : null;

    /// <summary>The scale of a mode on a pitch class; null where there is no mode.</summary>
    public static Scale? Of(int tonic, Mode mode)
    {
        int degree = mode switch
        {
            Mode.Major => 0,
            Mode.Dorian => 2,
            Mode.Phrygian => 4,
            Mode.Lydian => 5,
            Mode.Mixolydian => 7,
            Mode.Minor => 9,
            Mode.Locrian => 11,
            _ => -1,
        };
        return degree < 0 ? null : new Scale(tonic, ((Major >> degree) | (Major << (12 - degree))) & 0xFFF);
    }

    /// <summary>Whether a pitch class belongs to it.</summary>
    public bool Holds(int pitchClass) => ((Members >> ((pitchClass - Tonic + 12) % 12)) & 1) != 0;
}
