namespace Lilt.Operations;

/// <summary>A plan cannot be read, or does not fit the model: the message says which operation, what is wrong and what to do.</summary>
public sealed class PlanFormatException : FormatException
{
    /// <summary>An exception with nothing to say.</summary>
    public PlanFormatException()
    {
    }

    /// <param name="message">One line: where, what, what to do.</param>
    public PlanFormatException(string message)
        : base(message)
    {
    }

    /// <param name="message">One line: where, what, what to do.</param>
    /// <param name="innerException">What the reader of the text said.</param>
    public PlanFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
