namespace Lilt.Notation.Abc;

/// <summary>How far a written accidental holds. Source: ABC 2.1, 11.3, <c>propagate-accidentals</c>.</summary>
internal enum AccidentalReach
{
    /// <summary>To the bar's end, for its letter in every octave. ABC's default.</summary>
    Pitch,

    /// <summary>To the bar's end, in its own octave.</summary>
    Octave,

    /// <summary>For its own note alone.</summary>
    Not,
}
