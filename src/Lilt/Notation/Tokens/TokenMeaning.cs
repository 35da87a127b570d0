using Lilt.Notation.Abc;

namespace Lilt.Notation.Tokens;

/// <summary>A token's text taken apart. What a field means depends on <see cref="Kind"/>.</summary>
internal sealed record TokenMeaning(TokenKind Kind)
{
    /// <summary>Notes: the letter.</summary>
    public Letter Letter { get; init; }

    /// <summary>Notes: the octave, 0 from middle C up.</summary>
    public int Octave { get; init; }

    /// <summary>Notes: the written accidental, null where none is.</summary>
    public int? Alteration { get; init; }

    /// <summary>Durations: the multiple of the unit note.</summary>
    public Fraction Multiplier { get; init; } = Fraction.One;

    /// <summary>Broken rhythm, alone or joined to a duration: its depth, 0 for none.</summary>
    public int BrokenDepth { get; init; }

    /// <summary>Broken rhythm: whether the first note is the longer.</summary>
    public bool IsFirstLonger { get; init; }

    /// <summary>Tuplets: p.</summary>
    public int Tuplet { get; init; }

    /// <summary>Measures: the bar.</summary>
    public BarText Bar { get; init; }

    /// <summary>Meter, key and unit: the text after the colon.</summary>
    public string Field { get; init; } = string.Empty;
}
