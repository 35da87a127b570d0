namespace Lilt.Notation;

/// <summary>One voice of a tune: its music in the order of the text.</summary>
/// <param name="Id">The name after <c>V:</c>; empty in a tune without voices.</param>
/// <param name="Elements">The music.</param>
public sealed record Voice(string Id, IReadOnlyList<TuneElement> Elements);
