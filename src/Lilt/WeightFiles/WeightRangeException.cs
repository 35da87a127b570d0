namespace Lilt.WeightFiles;

/// <summary>A weight cannot be written in the precision that was asked for: the message says which, and what it is.</summary>
public sealed class WeightRangeException : ArgumentException
{
    /// <summary>An exception with nothing to say.</summary>
    public WeightRangeException() { }

    /// <param name="message">One line.</param>
    public WeightRangeException(string message)
        : base(message) { }

    /// <param name="message">One line.</param>
    /// <param name="innerException">Why.</param>
    public WeightRangeException(string message, Exception innerException)
        : base(message, innerException) { }
}
