namespace Lilt.Files;

/// <summary>Holds a file's or a folder's place while it is written: of two that write at once, one wins and the other is told.</summary>
/// <remarks>
/// The lock is an empty file beside the place that is held open and shared with nobody. The system lets it go when the process ends,
/// however it ends, so a run that is killed blocks nothing; the file itself is removed with the lock, and one that a killed run left is
/// taken over. Where a file system knows no locks (some network drives) everything is written as it would be without.
/// </remarks>
public sealed class PlaceLock : IDisposable
{
    /// <summary>What is appended to the name of what is written.</summary>
    public const string Suffix = ".lock";

    // What the runtime reports of a file that another holds: EAGAIN of Linux and of macOS, the sharing violation of Windows.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream held;

    private PlaceLock(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The place, in full.</summary>
    public string Path { get; }

    /// <summary>Takes a place, or throws at once; nothing waits.</summary>
    /// <param name="path">The file or folder that will be written; it need not be there, but the folder that it is in must be.</param>
    /// <exception cref="PlaceTakenException">Somebody writes there now.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static PlaceLock Take(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        try
        {
            // The runtime takes care that a file which is deleted between opening and locking is made anew.
            return new PlaceLock(
                full,
                new FileStream(full + Suffix, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose)
            );
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException)
        {
            // A folder in which nothing can be made, such as /proc, says that what would be made is not there.
            throw new UnauthorizedAccessException(
                $"{path} cannot be written: nothing may be written into {System.IO.Path.GetDirectoryName(full)}. Name another place.",
                e
            );
        }
        catch (IOException e) when (Held.Contains(e.HResult))
        {
            throw new PlaceTakenException($"{path} is being written by another run: wait until that has ended, or name another place.");
        }
    }

    /// <summary>Takes the place of a folder that will be made; the folders above it are made at once.</summary>
    /// <exception cref="PlaceTakenException">Somebody writes there now.</exception>
    /// <exception cref="UnauthorizedAccessException">Nothing may be written there.</exception>
    public static PlaceLock TakeFolder(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(path));
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full) ?? full);
        return Take(path);
    }

    /// <summary>Gives the place free.</summary>
    public void Dispose() => held.Dispose();
}
