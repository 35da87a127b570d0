namespace Lilt.Rewriting;

/// <summary>A tune that cannot be written again as it was asked for; the message says why, and what to do.</summary>
public sealed class RewriteRefusedException : Exception
{
    /// <param name="message">Why, in a sentence.</param>
    public RewriteRefusedException(string message)
        : base(message) { }
}
