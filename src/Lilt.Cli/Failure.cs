using Lilt.Files;
using Lilt.Studies;
using Lilt.Training;

namespace Lilt.Cli;

/// <summary>What went wrong, as a person reads it: one sentence that says what, where, and what to do; and the exit code.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed record Failure(int Code, string Sentence)
{
    /// <summary>Explains what was thrown; null for what is a fault of the program itself.</summary>
    public static Failure? Of(Exception thrown) =>
        thrown switch
        {
            AggregateException { InnerExceptions: [{ } first, ..] } => Of(first),
            OutOfMemoryException => new Failure(
                CommandLine.Failed,
                "the memory is used up: ask for less at once (fewer --tunes or --threads, a smaller --limit), or give the program more."
            ),
            InputException
            or StudyRefusedException
            or FormatException
            or InvalidDataException
            or FileNotFoundException
            or DirectoryNotFoundException
            or UnauthorizedAccessException
            or PathTooLongException => new Failure(CommandLine.BadInput, SystemSentence.Of(thrown)),
            IOException => new Failure(CommandLine.Failed, SystemSentence.Of(thrown)),
            TrainingException => new Failure(CommandLine.Failed, thrown.Message),
            _ => null,
        };
}
