using System.Text.RegularExpressions;
using Lilt.Files;
using Lilt.Studies;
using Lilt.Training;

namespace Lilt.Cli;

/// <summary>What went wrong, as a person reads it: one sentence that says what, where, and what to do; and the exit code.</summary>
/// <param name="Code">The exit code.</param>
/// <param name="Sentence">The sentence.</param>
internal sealed partial record Failure(int Code, string Sentence)
{
    // Numbers of the system's errors; Windows has its own for the full disk and the file in use.
    private const int NoRoom = 28;
    private const int NoRoomOnWindows = unchecked((int)0x80070070);
    private const int QuotaReached = 122;
    private const int ReadOnly = 30;
    private const int InUse = 11;
    private const int InUseOnWindows = unchecked((int)0x80070020);
    private const int DeviceFault = 5;
    private const int NotEmpty = 39;

    /// <summary>Explains what was thrown; null for what is a fault of the program itself.</summary>
    public static Failure? Of(Exception thrown) =>
        thrown switch
        {
            AggregateException { InnerExceptions: [{ } first, ..] } => Of(first),
            OutOfMemoryException => new Failure(
                CommandLine.Failed,
                "the memory is used up: ask for less at once (fewer --tunes or --threads, a smaller --limit), or give the program more."
            ),
            FileNotFoundException { FileName: { } name } when IsSystems(thrown) => Input($"{name}: there is no such file."),
            DirectoryNotFoundException when IsSystems(thrown) => Input($"{PathIn(thrown)}: there is no such file or folder."),
            UnauthorizedAccessException when IsSystems(thrown) => Input(
                Directory.Exists(PathIn(thrown))
                    ? $"{PathIn(thrown)} is a folder: name a file in it."
                    : $"{PathIn(thrown)} may not be read or written by you: see who owns it, and its permissions."
            ),
            PathTooLongException => Input($"{PathIn(thrown)}: a name in it is longer than the system takes."),
            InputException
            or StudyRefusedException
            or FormatException
            or FileNotFoundException
            or DirectoryNotFoundException
            or UnauthorizedAccessException => Input(thrown.Message),
            InvalidDataException => Input(thrown.Message),
            IOException io => new Failure(CommandLine.Failed, Explain(io)),
            TrainingException => new Failure(CommandLine.Failed, thrown.Message),
            _ => null,
        };

    private static Failure Input(string sentence) => new(CommandLine.BadInput, sentence);

    private static string Explain(IOException thrown)
    {
        // What is made with its length known before has a message of the runtime's own, and no number of the system's.
        if (NoRoomForItsLength().Match(thrown.Message) is { Success: true } known)
        {
            return NoRoomAt(known.Groups["path"].Value);
        }

        string where = PathIn(thrown) is { Length: > 0 } path ? path + ": " : string.Empty;
        return thrown.HResult switch
        {
            NoRoom or NoRoomOnWindows or QuotaReached => NoRoomAt(PathIn(thrown)),
            ReadOnly => $"{where}nothing can be written on that disk: write elsewhere.",
            InUse or InUseOnWindows => $"{where}another program has it in use: wait until that has ended.",
            DeviceFault => $"{where}the disk reports a fault: copy what is on it, and write elsewhere.",
            NotEmpty => $"{where}the folder was written to meanwhile by another program: name another place.",
            _ => thrown.Message,
        };
    }

    private static string NoRoomAt(string path) =>
        $"{(path.Length > 0 ? path + ": " : string.Empty)}there is no room left to write: make some, or write elsewhere.";

    /// <summary>Whether a message is the system's own, and not one of Lilt's sentences.</summary>
    private static bool IsSystems(Exception thrown) => SystemsOwn().IsMatch(thrown.Message);

    /// <summary>The path that a message quotes, as it was given: not what is written beside it.</summary>
    private static string PathIn(Exception thrown)
    {
        string path = Quoted().Match(thrown.Message) is { Success: true } match ? match.Groups["path"].Value : string.Empty;
        foreach (string suffix in (string[])[PlaceLock.Suffix, ReplacedFile.Suffix, ResumableFile.JournalSuffix])
        {
            path = path.EndsWith(suffix, StringComparison.Ordinal) ? path[..^suffix.Length] : path;
        }

        return path;
    }

    [GeneratedRegex("^(Could not find (file|a part of the path)|Access to the path) '", RegexOptions.ExplicitCapture)]
    private static partial Regex SystemsOwn();

    [GeneratedRegex(
        "^Failed to create '(?<path>.+)' with allocation size '\\d+' because the (disk was full|file was too large)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NoRoomForItsLength();

    [GeneratedRegex("'(?<path>.+)'", RegexOptions.Singleline)]
    private static partial Regex Quoted();
}
