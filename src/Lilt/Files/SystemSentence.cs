using System.Text.RegularExpressions;

namespace Lilt.Files;

/// <summary>What went wrong with a file, as a person reads it: one sentence in place of the system's own.</summary>
public static partial class SystemSentence
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

    /// <summary>The sentence; of a message that is Lilt's own, the message.</summary>
    /// <param name="thrown">What was thrown.</param>
    public static string Of(Exception thrown)
    {
        ArgumentNullException.ThrowIfNull(thrown);
        return thrown switch
        {
            FileNotFoundException { FileName: { } name } when IsSystems(thrown) => $"{AsGiven(name)}: there is no such file.",
            DirectoryNotFoundException when IsSystems(thrown) => $"{PathIn(thrown)}: there is no such file or folder.",
            UnauthorizedAccessException when IsSystems(thrown) => Directory.Exists(PathIn(thrown))
                ? $"{PathIn(thrown)} is a folder: name a file in it."
                : $"{PathIn(thrown)} may not be read or written by you: see who owns it, and its permissions.",
            PathTooLongException => $"{PathIn(thrown)}: a name in it is longer than the system takes.",
            IOException io and not (FileNotFoundException or DirectoryNotFoundException) => Explain(io),
            _ => thrown.Message,
        };
    }

    private static string Explain(IOException thrown)
    {
        // What is made with its length known before has a message of the runtime's own, and no number of the system's.
        if (NoRoomForItsLength().Match(thrown.Message) is { Success: true } known)
        {
            return NoRoomAt(AsGiven(known.Groups["path"].Value));
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

    /// <summary>The path that a message quotes, as it was given: not that of what is written beside it.</summary>
    private static string PathIn(Exception thrown) =>
        AsGiven(Quoted().Match(thrown.Message) is { Success: true } match ? match.Groups["path"].Value : string.Empty);

    private static string AsGiven(string path)
    {
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
