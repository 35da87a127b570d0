#:property PublishAot=false
// Packs a release so that the same files give the same bytes, whoever packs them, when and where.
//
//     dotnet run -c Release release/archive.cs -- FILE.tar.gz FOLDER PROGRAM   # or FILE.zip; PROGRAM may be run
//     dotnet run -c Release release/archive.cs -- FILE.nupkg                   # packs a package that is there again
//
// A tar holds entries in the order of their names, with owner 0 and a fixed time; a zip the same without owner. A package keeps its
// entries, in their order.
using System.Formats.Tar;
using System.IO.Compression;

// The earliest that a zip can say.
DateTimeOffset time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
const UnixFileMode Plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
const UnixFileMode Runs = Plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

string made = args[0];
string partial = made + ".partial";
if (made.EndsWith(".nupkg", StringComparison.Ordinal))
{
    PackAgain(made, partial);
}
else
{
    string folder = Path.GetFullPath(args[1]);
    string root = Path.GetFileName(folder);
    (string Name, string File)[] files =
    [
        .. Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Name: $"{root}/{Path.GetRelativePath(folder, file).Replace('\\', '/')}", File: file))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal),
    ];
    if (made.EndsWith(".zip", StringComparison.Ordinal))
    {
        using ZipArchive zip = ZipFile.Open(partial, ZipArchiveMode.Create);
        foreach ((string name, string file) in files)
        {
            AddTo(zip, name, File.ReadAllBytes(file));
        }
    }
    else
    {
        using FileStream stream = File.Create(partial);
        using GZipStream packed = new(stream, CompressionLevel.SmallestSize);
        using TarWriter tar = new(packed, TarEntryFormat.Ustar);
        foreach ((string name, string file) in files)
        {
            using FileStream data = File.OpenRead(file);
            UstarTarEntry entry = new(TarEntryType.RegularFile, name)
            {
                DataStream = data,
                ModificationTime = time,
                Mode = name == $"{root}/{args[2]}" ? Runs : Plain,
            };
            tar.WriteEntry(entry);
        }
    }
}

File.Move(partial, made, overwrite: true);

void AddTo(ZipArchive zip, string name, byte[] bytes)
{
    ZipArchiveEntry entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
    entry.LastWriteTime = time;
    using Stream stream = entry.Open();
    stream.Write(bytes);
}

void PackAgain(string package, string path)
{
    List<(string Name, byte[] Bytes)> entries = [];
    using (ZipArchive read = ZipFile.OpenRead(package))
    {
        foreach (ZipArchiveEntry entry in read.Entries)
        {
            using Stream stream = entry.Open();
            using MemoryStream bytes = new();
            stream.CopyTo(bytes);
            entries.Add((entry.FullName, bytes.ToArray()));
        }
    }

    using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
    foreach ((string name, byte[] bytes) in entries)
    {
        AddTo(zip, name, bytes);
    }
}
