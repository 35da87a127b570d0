using System.Globalization;
using Lilt.Studies;
using Lilt.Studio.Serving;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>
/// The studies that stand in one folder, each in a folder of its own. Names of requests are looked up among what is there; links are not
/// followed.
/// </summary>
internal sealed class StudyShelf(StudioOptions options, StudioBounds bounds)
{
    private const string Numbers = "study.json";
    private const string Page = "index.html";

    private static readonly EnumerationOptions WithoutLinks = new()
    {
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = true,
        RecurseSubdirectories = true,
        MaxRecursionDepth = 4,
    };

    private readonly object gate = new();
    private Dictionary<string, (DateTime Written, long Length, ShelvedStudy Study)> read = [];

    /// <summary>All that is on the shelf.</summary>
    /// <param name="making">The study that is being made; null for none.</param>
    /// <param name="failed">Why the last was not made; null where it was.</param>
    public ShelfView View(MakingView? making, FailedEvent? failed)
    {
        List<FileInfo> numbers = [.. Folders().Select(NumbersOf).OfType<FileInfo>().OrderByDescending(file => file.LastWriteTimeUtc)];
        return new ShelfView(
            options.Studies?.Folder,
            [.. (options.Studies?.Makers ?? []).Select(maker => new StudyKindView(maker.Kind, maker.About))],
            Studies([.. numbers.Take(bounds.StudiesShown)]),
            Math.Max(0, numbers.Count - bounds.StudiesShown),
            making,
            failed
        );
    }

    /// <summary>A study that was just made.</summary>
    public ShelvedStudy Of(string id) => Read(NumbersOf(Folders().Single(folder => folder.Name == id))!);

    /// <summary>The path of a file of a study; null where there is none of that name.</summary>
    /// <param name="id">The study.</param>
    /// <param name="file">Relative to its folder, parted by /; null or empty for its page.</param>
    public string? FileOf(string id, string? file)
    {
        string wanted = string.IsNullOrEmpty(file) ? Page : file;
        if (Folders().FirstOrDefault(of => of.Name == id) is not { LinkTarget: null } folder || NumbersOf(folder) is null)
        {
            return null;
        }

        return Directory
            .EnumerateFiles(folder.FullName, "*", WithoutLinks)
            .FirstOrDefault(path => Path.GetRelativePath(folder.FullName, path).Replace('\\', '/') == wanted);
    }

    /// <summary>A name that no study has yet.</summary>
    /// <param name="stem">What it begins with.</param>
    public string NewName(string stem)
    {
        string folder = options.Studies!.Folder;
        string name = stem;
        for (int count = 2; Path.Exists(Path.Combine(folder, name)); count++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{count}");
        }

        return name;
    }

    private List<DirectoryInfo> Folders()
    {
        if (options.Studies is not { } studies)
        {
            return [];
        }

        try
        {
            return [.. new DirectoryInfo(studies.Folder).EnumerateDirectories()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                $"The studies' folder '{studies.Folder}' cannot be looked into ({e.Message.TrimEnd('.')}): put it back, or start the studio with another."
            );
        }
    }

    /// <summary>A folder's numbers; null where it holds no study, or one that is being made.</summary>
    private static FileInfo? NumbersOf(DirectoryInfo folder)
    {
        FileInfo numbers = new(Path.Combine(folder.FullName, Numbers));
        return numbers.Exists && !StudyFolder.IsUnderWay(folder.Name) ? numbers : null;
    }

    private ShelvedStudy[] Studies(FileInfo[] numbers)
    {
        lock (gate)
        {
            Dictionary<string, (DateTime, long, ShelvedStudy)> now = [];
            foreach (FileInfo file in numbers)
            {
                now[file.FullName] =
                    read.TryGetValue(file.FullName, out (DateTime Written, long Length, ShelvedStudy Study) known)
                    && known.Written == file.LastWriteTimeUtc
                    && known.Length == file.Length
                        ? known
                        : (file.LastWriteTimeUtc, file.Length, Read(file));
            }

            read = now;
            return [.. numbers.Select(file => now[file.FullName].Item3)];
        }
    }

    private ShelvedStudy Read(FileInfo numbers)
    {
        DirectoryInfo folder = numbers.Directory!;
        ShelvedStudy study = new()
        {
            Id = folder.Name,
            Written = numbers.LastWriteTimeUtc,
            Problem = null,
        };
        if (folder.LinkTarget is not null || numbers.LinkTarget is not null)
        {
            return study with { Problem = "It is a link to elsewhere, which the shelf does not follow: move the study's folder here." };
        }

        if (numbers.Length > bounds.StudyBytes)
        {
            return study with
            {
                Problem = string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its {Numbers} has {numbers.Length >> 20} MiB; up to {bounds.StudyBytes >> 20} are read."
                ),
            };
        }

        try
        {
            StudyLabel label = StudyLabel.Of(folder.FullName);
            return study with
            {
                Page = FileOf(folder.Name, Page) is null ? null : $"{ShelfFiles.Address}/{Uri.EscapeDataString(folder.Name)}/",
                Kind = label.Kind,
                Title = label.Title,
                Answer = label.Answer,
                Model = label.Provenance.Model,
                Seed = label.Provenance.Seed,
                Version = label.Provenance.Version,
                Command = label.Provenance.Command,
            };
        }
        catch (Exception e) when (e is StudyRefusedException or IOException or UnauthorizedAccessException)
        {
            return study with { Problem = e.Message };
        }
    }
}
