namespace Lilt.WeightFiles;

/// <summary>A file that is written beside its place and put there when it is whole: a stopped run leaves the old file or the new one.</summary>
public static class ReplacedFile
{
    /// <summary>What is appended to the name while the file is written.</summary>
    public const string Suffix = ".partial";

    /// <summary>Writes a file.</summary>
    /// <param name="path">Its place.</param>
    /// <param name="write">Writes all of it.</param>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string beside = path + Suffix;
        try
        {
            using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
