namespace Lilt.Sweeping.Plans;

/// <summary>Random sets one after another; of a block that begins with the first the plan's own units as well.</summary>
/// <param name="First">From 0.</param>
/// <param name="Count">How many a layer, at least 1.</param>
public readonly record struct SetBlock(int First, int Count);
