namespace Lilt.Studies.Control;

/// <summary>What the control says of one layer.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="ServesCounting">Whether its target lies beyond the random sets that damage other tokens as much, with p at most 0.05.</param>
/// <param name="Sentence">The same with its numbers.</param>
public sealed record ControlFinding(int Layer, bool ServesCounting, string Sentence);
