using Lilt.WeightFiles;

namespace Lilt.Studio.Models;

/// <summary>What a model that is put in is called: the name of its owner's file, of signs that any disk takes.</summary>
internal static class ModelName
{
    private const int Longest = 60;
    private const string Plain = "model";
    private static readonly string[] Endings = [".gz", ".safetensors", ".pkl", ".pickle"];

    // Names that are devices on Windows, whatever ending they have.
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", "com", "lpt"];

    /// <summary>A file's name as that of a model, of signs that any disk takes.</summary>
    public static string Of(string? file)
    {
        string name = new([.. Stem(file ?? "").Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' ? sign : '-')]);
        name = name[..Math.Min(name.Length, Longest)].Trim('-', '.');
        bool isDevice = Devices.Contains(name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), StringComparer.OrdinalIgnoreCase);
        return name.Length == 0 ? Plain
            : isDevice ? $"{Plain}-{name}"
            : name;
    }

    /// <summary>The same with the file's ending.</summary>
    public static string FileOf(string? file) => Of(file) + (file ?? "")[Stem(file ?? "").Length..];

    /// <summary>A file's name without the endings of models.</summary>
    public static string Stem(string file)
    {
        string name = file;
        foreach (string ending in Endings.Where(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            name = name[..^ending.Length];
        }

        return name;
    }

    /// <summary>The ending under which <see cref="ModelFolders"/> finds a model's file, by its first bytes.</summary>
    public static string EndingOf(string path)
    {
        Span<byte> start = stackalloc byte[2];
        using FileStream stream = File.OpenRead(path);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length ? Endings[1]
            : start is [0x1f, 0x8b] ? ".pkl.gz"
            : start[0] == 0x80 ? ".pkl"
            : Endings[1];
    }
}
