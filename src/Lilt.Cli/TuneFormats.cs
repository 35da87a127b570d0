namespace Lilt.Cli;

/// <summary>The forms in which tunes are written.</summary>
internal enum TuneFormats
{
    /// <summary>One tune a line, tokens parted by spaces, start and end token included.</summary>
    Tokens,

    /// <summary>ABC.</summary>
    Abc,

    /// <summary>A JSON array.</summary>
    Json,
}
