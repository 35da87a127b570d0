namespace Lilt.Files;

/// <summary>
/// A file that is written beside its place and put there when it is whole: a stopped run leaves the old file or the new one.
/// </summary>
/// <remarks>
/// A link stays a link: the file that it leads to is replaced. A device (<c>/dev/stdout</c>) is written to as it stands. While it is
/// written no other run may write the same file (<see cref="PlaceLock"/>).
/// </remarks>
public sealed class ReplacedFile : IDisposable
{
    /// <summary>What is appended to the name while the file is written.</summary>
    public const string Suffix = ".partial";

    private const int BufferBytes = 1 << 16;

    private readonly string place;
    private readonly string written;
    private readonly PlaceLock? held;
    private readonly FileStream stream;
    private bool isClosed;

    /// <param name="path">Its place; an older file there stands until <see cref="Complete"/>.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder is not there.</exception>
    /// <exception cref="UnauthorizedAccessException">It is a folder, or may not be written.</exception>
    /// <exception cref="PlaceTakenException">Another run writes it now.</exception>
    public ReplacedFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        bool isDevice = IsDevice(path);
        place = isDevice ? path : PlaceOf(path);
        written = isDevice ? place : place + Suffix;
        held = isDevice ? null : PlaceLock.Take(place);
        try
        {
            stream = new FileStream(
                written,
                isDevice ? FileMode.Open : FileMode.Create,
                FileAccess.Write,
                isDevice ? FileShare.ReadWrite : FileShare.None,
                BufferBytes
            );
        }
        catch
        {
            held?.Dispose();
            throw;
        }
    }

    /// <summary>What is written.</summary>
    public Stream Stream => stream;

    /// <summary>Writes a file whole.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="write">Writes all of it.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using ReplacedFile file = new(path);
        write(file.Stream);
        file.Complete();
    }

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        stream.Flush(flushToDisk: true);
        stream.Dispose();
        if (written != place)
        {
            File.Move(written, place, overwrite: true);
        }

        isClosed = true;
        held?.Dispose();
    }

    /// <summary>Lets the file go; what was not completed leaves nothing.</summary>
    public void Dispose()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        using PlaceLock? letGo = held;
        try
        {
            stream.Dispose();
        }
        finally
        {
            if (written != place)
            {
                File.Delete(written);
            }
        }
    }

    /// <summary>Whether a path is one that is written to as it stands.</summary>
    internal static bool IsDevice(string path) => Path.GetFullPath(path).StartsWith("/dev/", StringComparison.Ordinal) && File.Exists(path);

    /// <summary>Where a file that is named so will stand: behind a link, where the link leads.</summary>
    internal static string PlaceOf(string path)
    {
        if (Directory.Exists(path))
        {
            throw new UnauthorizedAccessException($"{path} is a folder: name a file in it.");
        }

        string place = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        string folder = Path.GetDirectoryName(Path.GetFullPath(place))!;
        return Directory.Exists(folder)
            ? place
            : throw new DirectoryNotFoundException(
                $"{path} cannot be written: there is no folder {folder}. Make it, or name another file."
            );
    }
}
