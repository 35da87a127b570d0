namespace Lilt.Cli;

/// <summary>The forms in which offers are written.</summary>
internal enum OfferFormats
{
    /// <summary>ABC.</summary>
    Abc,

    /// <summary>One offer a line, tokens parted by spaces.</summary>
    Tokens,
}
