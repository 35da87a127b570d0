using Lilt.Randomness;

namespace Lilt.Sweeping.Plans;

/// <summary>Seeds one after another.</summary>
/// <param name="From">The seed of tune 0.</param>
/// <param name="First">The first tune of the block.</param>
/// <param name="Count">How many, at least 1.</param>
public readonly record struct SeedBlock(Seed From, int First, int Count)
{
    /// <summary>The seed of a tune.</summary>
    /// <param name="index">Its place in the sweep's seeds, from 0.</param>
    public Seed Of(int index) => From + index;
}
