namespace Lilt.Generation;

/// <summary>One tune written twice with the same random numbers.</summary>
/// <param name="Baseline">By the network as it is.</param>
/// <param name="Operated">Under a plan.</param>
public sealed record TunePair(GeneratedTune Baseline, GeneratedTune Operated);
