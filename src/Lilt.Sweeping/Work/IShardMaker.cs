using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>Makes shards of one task.</summary>
internal interface IShardMaker
{
    /// <summary>Makes shards of one network and temperature.</summary>
    /// <returns>Those that others make now.</returns>
    IReadOnlyList<Shard> Make(IReadOnlyList<Shard> shards, CancellationToken cancellation);
}
