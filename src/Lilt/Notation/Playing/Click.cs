namespace Lilt.Notation.Playing;

/// <summary>A beat that is heard as a click.</summary>
/// <param name="At">When, in whole notes from the start of the performance.</param>
/// <param name="IsFirst">Whether it is a measure's first beat, which sounds higher.</param>
public readonly record struct Click(Fraction At, bool IsFirst);
