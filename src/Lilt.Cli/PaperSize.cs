namespace Lilt.Cli;

/// <summary>The paper that a booklet is laid out for.</summary>
internal enum PaperSize
{
    /// <summary>210 × 297 mm.</summary>
    A4,

    /// <summary>8.5 × 11 inches.</summary>
    Letter,
}
