namespace Lilt.Notation.Elements;

/// <summary>The start of a tuplet: p notes in the time of q, for the next r notes. The notes' durations have it already.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="P">As written.</param>
/// <param name="Q">As written or by ABC's default for the meter.</param>
/// <param name="R">As written or p.</param>
/// <param name="IsPlain">Whether only <c>(p</c> is written.</param>
public sealed record TupletStart(SourcePosition Position, int P, int Q, int R, bool IsPlain) : TuneElement(Position);
