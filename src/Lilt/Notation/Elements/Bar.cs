namespace Lilt.Notation.Elements;

/// <summary>A bar: <c>|</c>, <c>|:</c>, <c>::</c>, <c>:|2</c>, <c>[1</c>.</summary>
/// <param name="Position">Where it begins in the text.</param>
/// <param name="Line">How it is drawn.</param>
/// <param name="EndsRepeat">The colons on its left: 1 for <c>:|</c>, 2 for <c>::|</c>, 0 where no repeat ends.</param>
/// <param name="StartsRepeat">Whether a repeat starts: <c>|:</c> and <c>::</c>.</param>
/// <param name="Endings">The endings that start here, <c>[1,3</c> is 1 and 3; empty where none does.</param>
/// <param name="StartsLine">Whether the end of a line parts it from what stands before it.</param>
public sealed record Bar(
    SourcePosition Position,
    BarLine Line,
    int EndsRepeat,
    bool StartsRepeat,
    IReadOnlyList<int> Endings,
    bool StartsLine
) : TuneElement(Position)
{
    /// <summary>Whether it is more than a line between measures: anything but <c>|</c>, <c>.|</c> and <c>[|]</c>.</summary>
    public bool IsStructural =>
        EndsRepeat > 0 || StartsRepeat || Endings.Count > 0 || Line is not (BarLine.Plain or BarLine.Dotted or BarLine.Invisible);
}
