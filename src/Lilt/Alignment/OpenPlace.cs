using Lilt.Notation;

namespace Lilt.Alignment;

/// <summary>A step of a tune at which a measure token could be written: what was written before it is complete.</summary>
/// <param name="Step">From 0: the step writes the token y_t, having read all before it.</param>
/// <param name="Measure">Its place among <see cref="OpenPlaces.Measures"/>, from 0.</param>
/// <param name="Distance">d, the duration of notes and rests since the last measure token, in whole notes, exact.</param>
/// <param name="Tokens">n, the tokens since it.</param>
public readonly record struct OpenPlace(int Step, int Measure, Fraction Distance, int Tokens);
