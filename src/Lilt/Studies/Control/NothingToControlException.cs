namespace Lilt.Studies.Control;

/// <summary>A control cannot be made of what the network writes: the message says why.</summary>
public sealed class NothingToControlException : Exception
{
    /// <summary>An exception with nothing to say.</summary>
    public NothingToControlException() { }

    /// <param name="message">One sentence.</param>
    public NothingToControlException(string message)
        : base(message) { }

    /// <param name="message">One sentence.</param>
    /// <param name="innerException">Why.</param>
    public NothingToControlException(string message, Exception innerException)
        : base(message, innerException) { }
}
