namespace Lilt.Studio.Pushing;

/// <summary>What the network gave a measure token at a place where one is due.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Untouched">B of the tune as it was, nats; null where the probability is 0.</param>
/// <param name="Pushed">B of the same tokens read under the push.</param>
public sealed record BoundaryView(int Step, double? Untouched, double? Pushed);
