namespace Lilt.Selection;

/// <summary>A run of steps where units are on together.</summary>
/// <param name="From">Its first step.</param>
/// <param name="To">The step after its last.</param>
/// <param name="Units">How many of them are on at the step of it where the most are.</param>
public readonly record struct SwitchedPlace(int From, int To, int Units);
