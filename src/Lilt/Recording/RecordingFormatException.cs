namespace Lilt.Recording;

/// <summary>A recording cannot be read: which file, where in it, what was expected, what was found and what to do, in one line.</summary>
public sealed class RecordingFormatException : FormatException
{
    internal const string RecordAgain = "Make the recording again with 'lilt record'.";

    /// <param name="file">The file's name.</param>
    /// <param name="entry">The member of the archive, with the byte in it where that says more; empty for the archive itself.</param>
    /// <param name="expected">What should have stood there.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="cause">What the archive's reader said.</param>
    /// <param name="remedy">What to do, a sentence.</param>
    public RecordingFormatException(
        string file,
        string entry,
        string expected,
        string found,
        Exception? cause = null,
        string remedy = RecordAgain
    )
        : base($"{file}{(entry.Length > 0 ? $", {entry}" : "")}: expected {expected}, found {found}. {remedy}", cause) { }
}
