namespace Lilt.Notation.Playing;

/// <summary>An ornament of one note.</summary>
internal enum Ornament
{
    /// <summary>The Irish roll: the note, cut by the one above, tipped by the one below.</summary>
    Roll,

    /// <summary>The note and the one above in turn.</summary>
    Trill,

    /// <summary>The note, the one below, the note.</summary>
    LowerMordent,

    /// <summary>The note, the one above, the note.</summary>
    UpperMordent,

    /// <summary>The note above, the note, the one below, the note.</summary>
    Turn,

    /// <summary>The note below, the note, the one above, the note.</summary>
    InvertedTurn,
}
