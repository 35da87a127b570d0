namespace Lilt.Notation.Elements;

/// <summary>How a bar is drawn, its repeats apart.</summary>
public enum BarLine
{
    /// <summary>No line: an ending that starts without one, <c>[1</c>.</summary>
    None,

    /// <summary><c>|</c>.</summary>
    Plain,

    /// <summary><c>||</c>.</summary>
    Doubled,

    /// <summary><c>|]</c>.</summary>
    Final,

    /// <summary><c>[|</c>.</summary>
    Initial,

    /// <summary><c>.|</c>.</summary>
    Dotted,

    /// <summary><c>[|]</c>: it parts measures and is not drawn.</summary>
    Invisible,
}
