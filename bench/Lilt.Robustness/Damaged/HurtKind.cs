namespace Lilt.Robustness.Damaged;

/// <summary>What is done to a file.</summary>
internal enum HurtKind
{
    /// <summary>A byte becomes another.</summary>
    Set,

    /// <summary>A bit is turned.</summary>
    Flip,

    /// <summary>Bytes are taken out.</summary>
    Remove,

    /// <summary>Bytes stand there twice.</summary>
    Repeat,

    /// <summary>Bytes stand elsewhere.</summary>
    Move,

    /// <summary>Four or eight bytes become a number at which lengths are read wrongly, if they are.</summary>
    Word,

    /// <summary>A number written in digits becomes another.</summary>
    Number,

    /// <summary>A word of the format is put in.</summary>
    Insert,

    /// <summary>A word of the format is put in place of some bytes.</summary>
    Replace,

    /// <summary>The file ends there.</summary>
    Cut,

    /// <summary>It goes on as another file does.</summary>
    Splice,
}
