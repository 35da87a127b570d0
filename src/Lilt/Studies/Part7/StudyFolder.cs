namespace Lilt.Studies.Part7;

/// <summary>Puts a study in its folder: made whole beside it, then renamed, so that a run that is stopped leaves nothing under the name.</summary>
public static class StudyFolder
{
    private const string Partial = ".partial";
    private const string Replaced = ".replaced";

    /// <summary>Checks, before any work, that a study may be put at a path; an older one that a killed run had set aside is put back first.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="force">Whether an older study there may be replaced.</param>
    /// <exception cref="StudyRefusedException">Something stands there that must not be replaced.</exception>
    public static void ThrowUnlessFree(string path, bool force)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string replaced = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Replaced;
        if (!Path.Exists(path) && File.Exists(Path.Combine(replaced, StudyFiles.Numbers)))
        {
            Directory.Move(replaced, path);
        }

        if (File.Exists(path))
        {
            throw new StudyRefusedException($"'{path}' is a file: give another folder with --out.");
        }

        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            ThrowUnlessWritable(path);
            return;
        }

        if (!force)
        {
            throw new StudyRefusedException($"'{path}' is there already: give another folder with --out, or --force to replace the study in it.");
        }

        if (!File.Exists(Path.Combine(path, StudyFiles.Numbers)))
        {
            throw new StudyRefusedException($"'{path}' holds something that is no study, which --force does not replace: give another folder with --out.");
        }

        ThrowUnlessWritable(path);
    }

    /// <summary>Writes a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="path">The folder; an older study in it is replaced as a whole.</param>
    /// <param name="page">The report's form; null to leave the page out.</param>
    /// <param name="force">Whether an older study may be replaced.</param>
    /// <exception cref="StudyRefusedException">Something stands there that must not be replaced.</exception>
    public static void Write(Part7Study study, string path, string? page, bool force)
    {
        ArgumentNullException.ThrowIfNull(study);
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        ThrowUnlessFree(path, force);
        string partial = path + Partial;
        Clear(partial);
        Directory.CreateDirectory(partial);
        try
        {
            StudyFiles.Write(study, partial, page);
            string replaced = path + Replaced;
            Clear(replaced);
            if (Directory.Exists(path))
            {
                Directory.Move(path, replaced);
            }

            Directory.Move(partial, path);
            Clear(replaced);
        }
        finally
        {
            Clear(partial);
        }
    }

    // Makes a folder in the nearest one that is there and takes it away again: said before the work, not after it.
    private static void ThrowUnlessWritable(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string above = Path.GetDirectoryName(full) ?? full;
        while (!Path.Exists(above) && Path.GetDirectoryName(above) is { } higher)
        {
            above = higher;
        }

        try
        {
            string probe = Path.Combine(above, $".lilt-{Guid.NewGuid():N}{Partial}");
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StudyRefusedException($"'{path}' cannot be made, for nothing can be written into '{above}': give another folder with --out.");
        }
    }

    private static void Clear(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
