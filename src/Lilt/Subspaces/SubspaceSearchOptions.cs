using Lilt.Randomness;

namespace Lilt.Subspaces;

/// <summary>How directions are searched.</summary>
public sealed record SubspaceSearchOptions
{
    /// <summary>K, 1 to 2H. Default 8.</summary>
    public int Directions { get; init; } = 8;

    /// <summary>Steps down the loss, at least 1. Default 100: on the shipped network eight directions gain little after these.</summary>
    public int Steps { get; init; } = 100;

    /// <summary>
    /// How many random starts are tried, at least 1; of each the first <see cref="StepsAStart"/> steps are gone, and the one whose loss is
    /// least by then is searched from. Where <see cref="Start"/> gives all directions there is but one. Default 4: where few numbers
    /// count, the loss has no slope about some starts.
    /// </summary>
    public int Starts { get; init; } = 4;

    /// <summary>Steps that are gone from each start to choose among them, at least 1; they come before <see cref="Steps"/>. Default
    /// 10.</summary>
    public int StepsAStart { get; init; } = 10;

    /// <summary>Pairs a step, at least 1; where there are fewer, all. Default 64.</summary>
    public int Batch { get; init; } = 64;

    /// <summary>How far the first step moves each number of the basis, about, where <see cref="Scale"/> is largest; over 0. The later ones
    /// move evenly less. Default 0.01.</summary>
    public double Rate { get; init; } = 0.01;

    /// <summary>
    /// How large each number of the state is in the random directions to begin with, and how far a step moves it, beside the others: [2H],
    /// 0 or more, over 0 for as many as there are directions. Only ratios count. Default none: all alike.
    /// </summary>
    /// <remarks>
    /// An interchange along a direction carries over whatever lies along it. Where a few numbers of small range count and many of large
    /// range don't, directions to begin with that favour none, and steps that move all alike, move the state by what does not count. The
    /// correlation ratio of each number with what is looked for, over states that are learned from, keeps those small.
    /// </remarks>
    public IReadOnlyList<double>? Scale { get; init; }

    /// <summary>The seed of the first directions and of the order of the pairs. Default 42.</summary>
    public Seed Seed { get; init; } = 42;

    /// <summary>
    /// Directions to begin with: the first K of them; where they are fewer, random ones follow. Default none: all are random.
    /// </summary>
    public Subspace? Start { get; init; }
}
