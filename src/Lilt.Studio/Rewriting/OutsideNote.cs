namespace Lilt.Studio.Rewriting;

/// <summary>A note outside a range.</summary>
/// <param name="Step">The step that writes it.</param>
/// <param name="Measure">Its measure, from 1.</param>
/// <param name="IsUnder">Whether it is under the lowest note; else it is over the highest.</param>
public sealed record OutsideNote(int Step, int Measure, bool IsUnder);
