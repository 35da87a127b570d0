using Lilt.Notation;

namespace Lilt.Alignment;

/// <summary>Where what a step writes stands in the music.</summary>
/// <param name="Step">From 0.</param>
/// <param name="Measure">The measure, from 0, as counting numbers them (<see cref="Voice.Measures"/>); of a bar, the measure that it ends,
/// or 0 where none began.</param>
/// <param name="Onset"> In whole notes from the measure's beginning: where a note or rest begins, its length written behind it included; of
/// a bar, how long the measure is that it ends.
/// </param>
/// <param name="IsBar">Whether a measure token is written.</param>
public readonly record struct StepPlace(int Step, int Measure, Fraction Onset, bool IsBar);
