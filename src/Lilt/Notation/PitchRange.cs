namespace Lilt.Notation;

/// <summary>The pitches from one to another, both among them.</summary>
/// <param name="Lowest">Semitones above middle C.</param>
/// <param name="Highest">Semitones above middle C, not under <paramref name="Lowest"/>.</param>
public sealed record PitchRange(int Lowest, int Highest)
{
    /// <summary>Whether a pitch lies within.</summary>
    /// <param name="semitones">Semitones above middle C.</param>
    public bool Holds(int semitones) => semitones >= Lowest && semitones <= Highest;

    /// <summary>The range so many semitones higher.</summary>
    public PitchRange Up(int semitones) => new(Lowest + semitones, Highest + semitones);
}
