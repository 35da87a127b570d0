using System.IO.Compression;
using Lilt.Recording;

namespace Lilt.Studies;

/// <summary>Arrays of a study in one .npz archive.</summary>
public sealed record StudyArrays : StudyContent
{
    // The earliest date that a zip archive can hold: equal numbers are equal files.
    private static readonly DateTimeOffset FixedDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="name">The file, such as <c>spectra.npz</c>.</param>
    /// <param name="what">Which arrays, in words.</param>
    /// <param name="arrays">The arrays.</param>
    public StudyArrays(string name, string what, IReadOnlyList<StudyArray> arrays)
        : base(name, what) => Arrays = arrays;

    /// <summary>The arrays.</summary>
    public IReadOnlyList<StudyArray> Arrays { get; }

    internal override void Write(string path)
    {
        using FileStream stream = new(path, FileMode.CreateNew);
        using ZipArchive archive = new(stream, ZipArchiveMode.Create);
        foreach (StudyArray array in Arrays)
        {
            ZipArchiveEntry entry = archive.CreateEntry(array.Name + ".npy", CompressionLevel.NoCompression);
            entry.LastWriteTime = FixedDate;
            using Stream member = entry.Open();
            NumpyArray.Write(member, NumpyArray.Float32, [.. array.Shape], array.Values.Span);
        }
    }

    /// <summary>Reads some.</summary>
    internal static StudyArrays Read(string path, StudyFile file)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        List<StudyArray> arrays = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream member = entry.Open();
            using MemoryStream whole = new();
            member.CopyTo(whole);
            whole.Position = 0;
            float[] values = NumpyArray.ReadFloats(whole, path, out int[] shape);
            arrays.Add(new StudyArray(Path.GetFileNameWithoutExtension(entry.FullName), shape, values));
        }

        return new StudyArrays(file.Name, file.What, arrays);
    }
}
