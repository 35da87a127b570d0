using Lilt.Files;
using Lilt.Operations;
using Lilt.Studies;

namespace Lilt.Native;

/// <summary>What was thrown, as a caller in another language is told: its kind and one sentence.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Sentence">What, where and what to do.</param>
internal readonly record struct Fault(FaultKind Kind, string Sentence)
{
    // What ArgumentException appends to its message.
    private const string ParameterMark = " (Parameter '";

    /// <summary>Explains what was thrown.</summary>
    public static Fault Of(Exception thrown) =>
        thrown switch
        {
            AggregateException { InnerExceptions: [{ } first, ..] } => Of(first),
            StoppedException => new(FaultKind.Stopped, thrown.Message),
            OperationCanceledException => new(FaultKind.Stopped, "stopped."),
            OutOfMemoryException => new(
                FaultKind.Memory,
                "the memory is used up: ask for less at once (fewer tunes or threads, fewer sites, a smaller limit), or give the program more."
            ),
            InputException => new(FaultKind.Input, thrown.Message),
            ArgumentException => new(FaultKind.Input, WithoutParameter(thrown.Message)),
            PlanFormatException => new(FaultKind.Plan, thrown.Message),
            StudyRefusedException => new(FaultKind.Study, thrown.Message),
            FormatException or InvalidDataException => new(FaultKind.Format, thrown.Message),
            FileNotFoundException or DirectoryNotFoundException => new(FaultKind.Missing, SystemSentence.Of(thrown)),
            UnauthorizedAccessException or IOException => new(FaultKind.Place, SystemSentence.Of(thrown)),
            _ => new(FaultKind.Own, $"this is a fault of Lilt itself, {thrown.GetType().Name}: {thrown.Message}"),
        };

    private static string WithoutParameter(string message)
    {
        int at = message.IndexOf(ParameterMark, StringComparison.Ordinal);
        return at < 0 ? message : message[..at];
    }
}
