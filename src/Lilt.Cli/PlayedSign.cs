namespace Lilt.Cli;

/// <summary>What a player adds to the notes or does with them, and may be told to leave out.</summary>
internal enum PlayedSign
{
    /// <summary>Grace notes and cuts.</summary>
    Graces,

    /// <summary>Rolls.</summary>
    Rolls,

    /// <summary>Trills, mordents, turns.</summary>
    Trills,

    /// <summary>Da capo, dal segno, coda, fine.</summary>
    Jumps,

    /// <summary>The header's macros.</summary>
    Macros,

    /// <summary>The swing of hornpipes.</summary>
    Swing,
}
