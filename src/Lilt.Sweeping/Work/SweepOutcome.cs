using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>What came of working at a sweep.</summary>
/// <param name="Made">Shards that were made here.</param>
/// <param name="Stood">Shards that stood already, or were made by others meanwhile.</param>
/// <param name="Failed">Shards that were set aside.</param>
/// <param name="Tunes">Tunes that were written here.</param>
/// <param name="Tokens">Their tokens.</param>
public sealed record SweepOutcome(long Made, long Stood, IReadOnlyList<ShardFailure> Failed, long Tunes, long Tokens);
