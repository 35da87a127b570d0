namespace Lilt.Assessment;

/// <summary>What a tune shares with a corpus.</summary>
/// <param name="LongestRun">Notes of the longest run that also stands in a tune of the corpus.</param>
/// <param name="Windows">Runs of eight notes in the tune, overlapping ones all counted.</param>
/// <param name="KnownWindows">How many of them also stand in a tune of the corpus.</param>
/// <param name="Nearest">The nearest tune of the corpus.</param>
public sealed record TuneOriginality(int LongestRun, int Windows, int KnownWindows, NearestTune Nearest)
{
    /// <summary>A tune nearer than this to a corpus tune, by normalised edit distance, is a copy.</summary>
    public const double CopyDistance = 0.1;

    /// <summary>Whether the tune is a copy.</summary>
    public bool IsCopy => Nearest.Normalised < CopyDistance;
}
