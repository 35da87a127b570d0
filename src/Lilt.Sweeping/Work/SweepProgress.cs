namespace Lilt.Sweeping.Work;

/// <summary>How far somebody who works at a sweep is.</summary>
/// <param name="Done">Shards that are whole, or were set aside, of those that were to be made.</param>
/// <param name="All">Those that were to be made.</param>
/// <param name="Share">Of the shard under way, from 0 to 1.</param>
/// <param name="Tunes">Tunes that were written here.</param>
/// <param name="Tokens">Their tokens.</param>
public readonly record struct SweepProgress(long Done, long All, double Share, long Tunes, long Tokens);
