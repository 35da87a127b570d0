namespace Lilt.Subspaces;

/// <summary>What a search found.</summary>
/// <param name="Subspace">The directions. Only what they span was searched: within it, which is the first says nothing.</param>
/// <param name="Losses">The mean loss of each step's pairs before the step, nats a pair.</param>
public sealed record FoundSubspace(Subspace Subspace, IReadOnlyList<double> Losses);
