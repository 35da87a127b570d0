namespace Lilt.Cli;

/// <summary>The forms in which tunes are written.</summary>
internal enum TuneFormats
{
    /// <summary>ABC.</summary>
    Abc,

    /// <summary>One tune a line, tokens parted by spaces, start and end token included.</summary>
    Tokens,

    /// <summary>A JSON array.</summary>
    Json,
}
