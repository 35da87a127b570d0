using System.Text.Json;
using Lilt.Files;

namespace Lilt.Studies;

/// <summary>
/// Puts a study in its folder: made whole beside it, then renamed, so that a run that is stopped leaves nothing under the name.
/// </summary>
/// <remarks>Of two that write one study at once the second is refused (<see cref="PlaceLock"/>).</remarks>
public static class StudyFolder
{
    /// <summary>The study's numbers.</summary>
    internal const string Numbers = "study.json";

    /// <summary>The page.</summary>
    internal const string Page = "index.html";

    private const string Partial = ".partial";
    private const string Replaced = ".replaced";

    /// <summary>
    /// Takes a path for a study before the work begins, after a check that one may be put there; an older study that a killed run had set
    /// aside is put back first.
    /// </summary>
    /// <param name="path">The folder; the folders above it are made.</param>
    /// <param name="force">Whether an older study there may be replaced.</param>
    /// <returns>What holds the path until it is disposed of.</returns>
    /// <exception cref="StudyRefusedException">Something stands there that must not be replaced.</exception>
    /// <exception cref="PlaceTakenException">Another run makes a study there now.</exception>
    public static PlaceLock Take(string path, bool force)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ThrowUnlessWritable(path);
        PlaceLock held = PlaceLock.TakeFolder(path);
        try
        {
            ThrowUnlessFree(path, force);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Writes a study.</summary>
    /// <param name="study">The study.</param>
    /// <param name="path">The folder; an older study in it is replaced as a whole.</param>
    /// <param name="page">The report's form; null to leave the page out.</param>
    /// <param name="force">Whether an older study may be replaced.</param>
    /// <exception cref="StudyRefusedException">Something stands there that must not be replaced.</exception>
    /// <exception cref="PlaceTakenException">Another run makes a study there now.</exception>
    public static void Write(Study study, string path, string? page, bool force)
    {
        using PlaceLock held = Take(path, force);
        Write(study, held, page);
    }

    /// <summary>Writes a study to a path that is held for it.</summary>
    /// <param name="study">The study.</param>
    /// <param name="held">What <see cref="Take"/> gave; it stays held.</param>
    /// <param name="page">The report's form; null to leave the page out.</param>
    public static void Write(Study study, PlaceLock held, string? page)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(held);
        string path = held.Path;
        string partial = path + Partial;
        Clear(partial);
        Directory.CreateDirectory(partial);
        try
        {
            WriteFiles(study, partial, page);
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

    /// <summary>Whether a folder's name is that of a study which is being made, or of one that stands aside meanwhile.</summary>
    /// <param name="name">The folder's name, or its path.</param>
    public static bool IsUnderWay(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.EndsWith(Partial, StringComparison.Ordinal) || name.EndsWith(Replaced, StringComparison.Ordinal);
    }

    /// <summary>Reads a study.</summary>
    /// <param name="path">Its folder.</param>
    /// <returns>What was written: the same numbers, to the digits that <c>study.json</c> has.</returns>
    /// <exception cref="StudyRefusedException">It holds no study, or one of a kind or form that is not known.</exception>
    /// <exception cref="FormatException">A file that the study names cannot be read.</exception>
    /// <exception cref="IOException">A file that the study names is missing.</exception>
    public static Study Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return StudyOrigin.Read(path, numbers => StudyJson.Read(numbers, file => ReadContent(Path.Combine(path, file.Name), file)));
    }

    private static StudyContent ReadContent(string path, StudyFile file) =>
        Path.GetExtension(file.Name) switch
        {
            ".csv" => StudyTable.Read(path, file),
            ".abc" => StudyTunes.Read(path, file),
            ".json" => StudyPlan.Read(path, file),
            ".npz" when StudyRecording.Is(path) => StudyRecording.Read(path, file),
            ".npz" => StudyArrays.Read(path, file),
            _ => throw new FormatException(
                $"{path}: a study holds .csv, .abc, .json and .npz files, and no others: a newer Lilt may read this one."
            ),
        };

    private static void WriteFiles(Study study, string folder, string? page)
    {
        string json = StudyJson.Text(study);
        if (page is not null)
        {
            StudyContent.WriteText(Path.Combine(folder, Page), StudyPage.Fill(page, study.Title, json));
        }

        StudyContent.WriteText(Path.Combine(folder, Numbers), json + "\n");
        foreach (StudyContent content in study.Contents)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, content.Name))!);
        }

        // All end before this does, whether or not one fails.
        Task.WhenAll(study.Contents.Select(content => Task.Run(() => content.Write(Path.Combine(folder, content.Name)))))
            .GetAwaiter()
            .GetResult();
    }

    private static void ThrowUnlessFree(string path, bool force)
    {
        string replaced = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)) + Replaced;
        if (!Path.Exists(path) && File.Exists(Path.Combine(replaced, Numbers)))
        {
            Directory.Move(replaced, path);
        }

        if (File.Exists(path))
        {
            throw new StudyRefusedException($"'{path}' is a file: give another folder with --out.");
        }

        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any())
        {
            return;
        }

        if (!force)
        {
            throw new StudyRefusedException(
                $"'{path}' is there already: give another folder with --out, or --force to replace the study in it."
            );
        }

        if (!File.Exists(Path.Combine(path, Numbers)))
        {
            throw new StudyRefusedException(
                $"'{path}' holds something that is no study, which --force does not replace: give another folder with --out."
            );
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
            throw new StudyRefusedException(
                $"'{path}' cannot be made, for nothing can be written into '{above}': give another folder with --out."
            );
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
