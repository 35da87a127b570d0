namespace Lilt.Sweeping.Shards;

/// <summary>A shard that failed.</summary>
/// <param name="Number">Its place in the sweep.</param>
/// <param name="Name">Its name.</param>
/// <param name="Attempts">How often.</param>
/// <param name="Sentence">What went wrong the last time.</param>
public sealed record ShardFailure(long Number, string Name, int Attempts, string Sentence)
{
    /// <summary>So often a shard is tried before it is set aside.</summary>
    public const int MostAttempts = 3;

    /// <summary>Whether it is tried no more.</summary>
    public bool IsSetAside => Attempts >= MostAttempts;
}
