namespace Lilt.Notation;

/// <summary>Where something stands in a text.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
public readonly record struct SourcePosition(int Line, int Column);
