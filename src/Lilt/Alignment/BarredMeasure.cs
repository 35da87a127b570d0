using Lilt.Notation;

namespace Lilt.Alignment;

/// <summary>What stands between two measure tokens, or before the first or after the last.</summary>
/// <param name="Index">From 0.</param>
/// <param name="First">The step that writes its first token; that before it writes the bar, or ends the header.</param>
/// <param name="Bar">The step that writes the measure token which ends it; of the last, the step after its own tokens.</param>
/// <param name="Duration">Of its notes and rests, in whole notes, exact.</param>
/// <param name="IsInner">Whether a measure token stands before it and after it.</param>
/// <param name="IsFull">Whether it is as long as the meter says.</param>
public readonly record struct BarredMeasure(int Index, int First, int Bar, Fraction Duration, bool IsInner, bool IsFull)
{
    /// <summary>Its tokens.</summary>
    public int Tokens => Bar - First;
}
