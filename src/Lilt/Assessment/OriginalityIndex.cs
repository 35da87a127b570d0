namespace Lilt.Assessment;

/// <summary>
/// A corpus, prepared for finding what a tune shares with it. Pitches alone are compared, transposed so that the tonic is C.
/// </summary>
public sealed class OriginalityIndex
{
    /// <summary>The notes of a window.</summary>
    public const int WindowNotes = 8;

    private const int Octave = 12;

    private readonly SharedRunIndex runs;
    private readonly NearestTuneIndex nearest;

    /// <param name="corpus">The corpus' tunes.</param>
    public OriginalityIndex(IReadOnlyList<TuneFigures> corpus)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        byte[][] notes = [.. corpus.Select(tune => tune.Melody.Symbols(tune.Melody.Shift))];
        runs = new SharedRunIndex(notes);
        nearest = new NearestTuneIndex(notes);
    }

    /// <summary>What a tune shares with the corpus.</summary>
    /// <remarks>
    /// A tune on C is compared as it stands. Any other goes to the nearer C, up at most 6 and down at most 5 semitones, and to the C an
    /// octave beyond on the other side: corpora differ in which they take, so the nearer of both counts.
    /// </remarks>
    /// <param name="tune">The tune.</param>
    /// <returns>Null where the tune or the whole corpus has no notes.</returns>
    public TuneOriginality? Of(TuneFigures tune)
    {
        ArgumentNullException.ThrowIfNull(tune);
        int shift = tune.Melody.Shift;
        TuneOriginality? found = Of(tune.Melody.Symbols(shift));
        if (shift != 0 && found is not null && Of(tune.Melody.Symbols(shift > 0 ? shift - Octave : shift + Octave)) is { } other)
        {
            NearestTune nearer = other.Nearest.Normalised < found.Nearest.Normalised ? other.Nearest : found.Nearest;
            found = new TuneOriginality(
                Math.Max(found.LongestRun, other.LongestRun),
                found.Windows,
                Math.Max(found.KnownWindows, other.KnownWindows),
                nearer
            );
        }

        return found;
    }

    private TuneOriginality? Of(byte[] notes)
    {
        if (nearest.Find(notes) is not { } near)
        {
            return null;
        }

        int[] lengths = new int[notes.Length];
        runs.LongestRuns(notes, lengths);
        int longest = 0;
        int known = 0;
        foreach (int length in lengths)
        {
            longest = Math.Max(longest, length);
            known += length >= WindowNotes ? 1 : 0;
        }

        return new TuneOriginality(longest, Math.Max(0, notes.Length - WindowNotes + 1), known, near);
    }
}
