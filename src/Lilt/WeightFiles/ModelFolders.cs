namespace Lilt.WeightFiles;

/// <summary>Folders in which models lie under a name, so that a user can drop in more.</summary>
public sealed class ModelFolders
{
    private const string FolderName = "models";
    private const string CheckoutMark = "Lilt.slnx";
    private static readonly string[] Endings = [".safetensors", ".pkl", ".pickle", ".pkl.gz", ".pickle.gz"];
    private readonly string[] folders;

    /// <param name="folders">The folders, those that come first searched first; one need not exist.</param>
    public ModelFolders(IEnumerable<string> folders) => this.folders = [.. folders];

    /// <summary>The folders, those that come first searched first.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary><c>models/</c> beside the program and in its checkout, and <c>lilt/models/</c> in the user's data folder.</summary>
    /// <param name="programFolder">Where the program lies.</param>
    /// <param name="userDataFolder">The user's folder for programs' data; empty for none.</param>
    public static ModelFolders Usual(string programFolder, string userDataFolder)
    {
        List<string> folders = [Path.Combine(programFolder, FolderName)];
        for (DirectoryInfo? folder = new(programFolder); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, CheckoutMark)))
            {
                folders.Add(Path.Combine(folder.FullName, FolderName));
                break;
            }
        }

        if (userDataFolder.Length > 0)
        {
            folders.Add(Path.Combine(userDataFolder, "lilt", FolderName));
        }

        return new ModelFolders(folders);
    }

    /// <summary>The file of a model.</summary>
    /// <param name="nameOrPath">A path, or the name of a file in one of the folders, its ending left out or not.</param>
    /// <returns>Its path; null if there is none.</returns>
    public string? Find(string nameOrPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(nameOrPath);
        if (File.Exists(nameOrPath))
        {
            return nameOrPath;
        }

        if (Path.GetFileName(nameOrPath) != nameOrPath)
        {
            return null;
        }

        foreach (string folder in folders)
        {
            foreach (string ending in Endings.Prepend(string.Empty))
            {
                string path = Path.Combine(folder, nameOrPath + ending);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }

        return null;
    }

    /// <summary>The names under which <see cref="Find"/> finds a model, in alphabetical order.</summary>
    public IReadOnlyList<string> Names()
    {
        SortedSet<string> names = new(StringComparer.Ordinal);
        foreach (string folder in folders.Where(Directory.Exists))
        {
            foreach (string path in Directory.EnumerateFiles(folder))
            {
                string file = Path.GetFileName(path);
                if (Endings.FirstOrDefault(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) is { } ending)
                {
                    names.Add(file[..^ending.Length]);
                }
            }
        }

        return [.. names];
    }
}
