namespace Lilt.Assessment;

/// <summary>The tune of a corpus that is nearest to a given one.</summary>
/// <param name="Index">Its place in the corpus, from 0; the first of several that are as near.</param>
/// <param name="Distance">The edit distance, in notes.</param>
/// <param name="Length">The notes of the longer of the two tunes, at least 1.</param>
public readonly record struct NearestTune(int Index, int Distance, int Length)
{
    /// <summary>The normalised distance, from 0 (the same notes) to 1 (nothing in common).</summary>
    public double Normalised => (double)Distance / Length;
}
