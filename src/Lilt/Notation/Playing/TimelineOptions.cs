namespace Lilt.Notation.Playing;

/// <summary>How a tune is played.</summary>
public sealed record TimelineOptions
{
    /// <summary>Whether grace notes sound; they take their time from the note that they lead to. True unless told otherwise.</summary>
    public bool GraceNotes { get; init; } = true;

    /// <summary>Whether hornpipes (<c>R:hornpipe</c>) are swung, two to one. True unless told otherwise.</summary>
    public bool SwingHornpipes { get; init; } = true;

    /// <summary>Semitones that every note is moved up by, down where negative; 0 unless told otherwise.</summary>
    public int Transposition { get; init; }

    /// <summary>Whole notes a minute from start to end, over 0; null for the tune's own tempi, else its meters'.</summary>
    public double? WholeNotesPerMinute { get; init; }
}
