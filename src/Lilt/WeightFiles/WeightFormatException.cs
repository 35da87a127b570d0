namespace Lilt.WeightFiles;

/// <summary>A weight file cannot be read: which file, where, what was expected, what was found and what to do, in one line.</summary>
public sealed class WeightFormatException : FormatException
{
    /// <param name="file">The file's name.</param>
    /// <param name="offset">Bytes from the start of the file, or of what a gzip file unpacks to.</param>
    /// <param name="expected">What should have stood there.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="remedy">What to do, a sentence.</param>
    public WeightFormatException(string file, long offset, string expected, string found, string remedy)
        : this(file, offset, expected, found, remedy, null) { }

    /// <param name="file">The file's name.</param>
    /// <param name="offset">Bytes from the start of the file, or of what a gzip file unpacks to.</param>
    /// <param name="expected">What should have stood there.</param>
    /// <param name="found">What stands there.</param>
    /// <param name="remedy">What to do, a sentence.</param>
    /// <param name="cause">What the operating system or a parser said.</param>
    public WeightFormatException(string file, long offset, string expected, string found, string remedy, Exception? cause)
        : base(FormattableString.Invariant($"{file}, byte {offset}: expected {expected}, found {found}. {remedy}"), cause)
    {
        File = file;
        Offset = offset;
        Expected = expected;
        Found = found;
        Remedy = remedy;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>Bytes from the start of the file, or of what a gzip file unpacks to.</summary>
    public long Offset { get; }

    /// <summary>What should have stood there.</summary>
    public string Expected { get; }

    /// <summary>What stands there.</summary>
    public string Found { get; }

    /// <summary>What to do, a sentence.</summary>
    public string Remedy { get; }
}
