using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>A direction at its place in a voice's text.</summary>
/// <param name="Text">The direction.</param>
/// <param name="At">The length of the music written before the place where it holds, in whole notes.</param>
/// <param name="Sign">The sign itself.</param>
internal readonly record struct DirectionMark(DirectionText Text, Fraction At, Decoration Sign)
{
    /// <summary>Whether it leads back.</summary>
    public bool IsJump => Text.Direction is Direction.DaCapo or Direction.DalSegno;
}
