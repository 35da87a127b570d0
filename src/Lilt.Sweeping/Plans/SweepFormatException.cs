namespace Lilt.Sweeping.Plans;

/// <summary>A sweep's plan, or a folder of one, cannot be used as it is. The message says what, where, and what to do.</summary>
public sealed class SweepFormatException : FormatException
{
    /// <param name="message">One sentence.</param>
    public SweepFormatException(string message)
        : base(message) { }

    /// <param name="message">One sentence.</param>
    /// <param name="inner">What it came of.</param>
    public SweepFormatException(string message, Exception inner)
        : base(message, inner) { }
}
