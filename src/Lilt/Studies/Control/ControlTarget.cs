namespace Lilt.Studies.Control;

/// <summary>The units of one layer that a study cut, to be held against random sets.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">From 0, each once, at least one.</param>
public sealed record ControlTarget(int Layer, IReadOnlyList<int> Units);
