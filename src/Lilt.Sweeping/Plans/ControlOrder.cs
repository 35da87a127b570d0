namespace Lilt.Sweeping.Plans;

/// <summary>How a sweep's controls are made.</summary>
/// <param name="Sets">Random sets a layer, at least 1.</param>
/// <param name="Tunes">Tunes that are fed to every network, at least 2.</param>
/// <param name="SetsAShard">Random sets a layer of a shard, at least 1.</param>
public sealed record ControlOrder(int Sets, int Tunes, int SetsAShard)
{
    /// <summary>The default of <see cref="SetsAShard"/>: about a minute of two cores with the shipped network.</summary>
    public const int DefaultSetsAShard = 250;

    /// <summary>How many shards a control is.</summary>
    internal int Parts => (Sets + SetsAShard - 1) / SetsAShard;

    /// <summary>The sets of one of them.</summary>
    /// <param name="part">From 0.</param>
    internal SetBlock Part(int part) => new(part * SetsAShard, Math.Min(SetsAShard, Sets - (part * SetsAShard)));
}
