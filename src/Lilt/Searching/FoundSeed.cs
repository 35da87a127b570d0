using Lilt.Randomness;

namespace Lilt.Searching;

/// <summary>A seed whose tune has all that is known.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Steps">The step, from 1, at which the last of what is known stood there.</param>
public readonly record struct FoundSeed(Seed Seed, int Steps);
