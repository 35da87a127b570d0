namespace Lilt.Notation.Playing;

/// <summary>A note of an instrument, sample by sample.</summary>
internal interface ISoundingNote
{
    /// <summary>Whether the note was let go and can no longer be heard.</summary>
    bool IsSilent { get; }

    /// <summary>Adds the note's next samples.</summary>
    /// <param name="destination">What they are added to.</param>
    /// <param name="held">How many of them sound before the note is let go.</param>
    void AddTo(Span<float> destination, int held);
}
