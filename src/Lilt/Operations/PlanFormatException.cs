namespace Lilt.Operations;

/// <summary>A plan cannot be read, or does not fit the model: the message says which operation, what is wrong and what to do.</summary>
public sealed class PlanFormatException : FormatException
{
    /// <summary>An exception with nothing to say.</summary>
    public PlanFormatException() { }

    /// <param name="message">One line: where, what, what to do.</param>
    public PlanFormatException(string message)
        : base(message) { }

    /// <param name="operation">The operation's place in the plan, from 0.</param>
    /// <param name="message">One line: where, what, what to do.</param>
    public PlanFormatException(int operation, string message)
        : base(message) => Operation = operation;

    /// <param name="message">One line: where, what, what to do.</param>
    /// <param name="innerException">What the reader of the text said.</param>
    public PlanFormatException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>The place in the plan, from 0, of the operation that the message speaks of; null where it speaks of none.</summary>
    public int? Operation { get; }
}
