namespace Lilt.Notation;

/// <summary>How far music is moved: letters and semitones, up or down.</summary>
/// <param name="Letters">Steps on the staff.</param>
/// <param name="Semitones">Semitones.</param>
internal readonly record struct Interval(int Letters, int Semitones)
{
    /// <summary>
    /// The interval from one tonic to another for what models read and write. To C it is at most a fifth down and a major third up, and every other pair goes by way
    /// of C: so that there and back cancel, and tunes of thesession.org's keys land where folk-rnn's corpus has them (G a fifth down,
    /// D a tone down, A a minor third up).
    /// </summary>
    public static Interval Between(Tonic from, Tonic to)
    {
        Interval down = ToC(from);
        Interval up = ToC(to);
        return new Interval(down.Letters - up.Letters, down.Semitones - up.Semitones);
    }

    /// <summary>
    /// The nearest interval from one tonic to another, six semitones at most. A tritone goes as the two notes lie between C and the B over it:
    /// from F up to B, from B down to F. So there and back cancel.
    /// </summary>
    public static Interval Nearest(Tonic from, Tonic to)
    {
        int letters = (int)to.Letter - (int)from.Letter;
        int semitones = Pitch.SemitonesOf(to.Letter) + to.Alteration - Pitch.SemitonesOf(from.Letter) - from.Alteration;
        int octave =
            semitones > 6 ? -1
            : semitones < -6 ? 1
            : 0;
        return new Interval(letters + (7 * octave), semitones + (12 * octave));
    }

    /// <summary>
    /// How tokens are moved that a person's own notation became: back to where that stands, by way of C as they came from there, and then to
    /// the nearest. Where they are nobody's, as <see cref="Between"/> says.
    /// </summary>
    /// <param name="from">The tonic of the tokens.</param>
    /// <param name="to">The tonic wanted.</param>
    /// <param name="writtenIn">The tonic of the notation that they were made of; null for none.</param>
    public static Interval OfTokens(Tonic from, Tonic to, Tonic? writtenIn)
    {
        if (writtenIn is not { } own)
        {
            return Between(from, to);
        }

        Interval back = Between(from, own);
        Interval on = Nearest(own, to);
        return new Interval(back.Letters + on.Letters, back.Semitones + on.Semitones);
    }

    /// <summary>The way back.</summary>
    public Interval Back => new(-Letters, -Semitones);

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
