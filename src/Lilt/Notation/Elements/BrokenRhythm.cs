namespace Lilt.Notation.Elements;

/// <summary>Broken rhythm between two notes: <c>&gt;</c>, <c>&lt;&lt;</c>. The notes' durations have it already.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Depth">The number of marks, at least 1.</param>
/// <param name="IsFirstLonger">True for <c>&gt;</c>.</param>
/// <param name="IsApplied">False where it stands between no two notes: it changes nothing then, and a finding says so.</param>
public sealed record BrokenRhythm(SourcePosition Position, int Depth, bool IsFirstLonger, bool IsApplied = true) : TuneElement(Position);
