namespace Lilt.Notation;

/// <summary>A transposed tune, or why it cannot be.</summary>
/// <param name="Tune">The tune; null where it cannot be transposed.</param>
/// <param name="Reason">Why not, one sentence; null where it was.</param>
public sealed record TransposedTune(Tune? Tune, string? Reason)
{
    /// <summary>How far it was moved, semitones up.</summary>
    public int Semitones { get; init; }
}
