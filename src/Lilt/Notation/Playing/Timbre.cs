namespace Lilt.Notation.Playing;

/// <summary>What a tune is played on.</summary>
public enum Timbre
{
    /// <summary>A plucked string.</summary>
    Plucked,

    /// <summary>A whistle: a blown pipe, whose notes last as long as they are written.</summary>
    Whistle,
}
