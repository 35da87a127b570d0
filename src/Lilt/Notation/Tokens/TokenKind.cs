namespace Lilt.Notation.Tokens;

/// <summary>What a token stands for.</summary>
public enum TokenKind
{
    /// <summary>Nothing that the formats know.</summary>
    Unknown,

    /// <summary><c>&lt;s&gt;</c>.</summary>
    Start,

    /// <summary><c>&lt;/s&gt;</c>.</summary>
    End,

    /// <summary>A meter: <c>M:6/8</c>, <c>[M:3/4]</c>.</summary>
    Meter,

    /// <summary>A key or a mode: <c>K:Cdor</c>, <c>K:maj</c>, <c>[K:GMaj]</c>.</summary>
    Key,

    /// <summary>A unit note length: <c>[L:1/16]</c>.</summary>
    Unit,

    /// <summary>A bar: <c>|</c>, <c>|:</c>, <c>:|</c>, <c>|1</c>, <c>|2</c>, <c>::</c> and so on.</summary>
    Measure,

    /// <summary>A single note, its accidental and octave included: <c>^f'</c>.</summary>
    Pitch,

    /// <summary>A rest: <c>z</c>, <c>x</c>.</summary>
    Rest,

    /// <summary>A length: <c>2</c>, <c>/2</c>, <c>3/2</c>; with broken rhythm joined to it, <c>2&gt;</c>.</summary>
    Duration,

    /// <summary>Broken rhythm by itself: <c>&gt;</c>, <c>&lt;&lt;</c>.</summary>
    Broken,

    /// <summary>A tuplet's start: <c>(3</c>.</summary>
    Tuplet,

    /// <summary><c>[</c>.</summary>
    ChordStart,

    /// <summary><c>]</c>.</summary>
    ChordEnd,

    /// <summary>A tie, <c>-</c>.</summary>
    Tie,
}
