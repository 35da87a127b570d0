namespace Lilt.Notation;

/// <summary>How far music is moved: letters and semitones, up or down.</summary>
/// <param name="Letters">Steps on the staff.</param>
/// <param name="Semitones">Semitones.</param>
internal readonly record struct Interval(int Letters, int Semitones)
{
    /// <summary>
    /// The interval from one tonic to another. To C it is at most a fifth down and a major third up, and every other pair goes by way
    /// of C: so that there and back cancel, and tunes of thesession.org's keys land where folk-rnn's corpus has them (G a fifth down,
    /// D a tone down, A a minor third up).
    /// </summary>
    public static Interval Between(Tonic from, Tonic to)
    {
        Interval down = ToC(from);
        Interval up = ToC(to);
        return new Interval(down.Letters - up.Letters, down.Semitones - up.Semitones);
    }

    /// <summary>A pitch moved; null where it would need more than a double accidental.</summary>
    public Pitch? Move(Pitch pitch)
    {
        int staff = pitch.Staff + Letters;
        int octave = (int)Math.Floor(staff / 7.0);
        Letter letter = (Letter)(staff - (7 * octave));
        int alteration = pitch.SemitonesAboveMiddleC + Semitones - (12 * octave) - Pitch.SemitonesOf(letter);
        return alteration is < -2 or > 2 ? null : new Pitch(letter, alteration, octave);
    }

    private static Interval ToC(Tonic tonic)
    {
        int semitones = Pitch.SemitonesOf(tonic.Letter) + tonic.Alteration;
        int octave = semitones > 7 ? 1 : 0;
        return new Interval((7 * octave) - (int)tonic.Letter, (12 * octave) - semitones);
    }
}
