using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Recording;

/// <summary>Reads recordings from an .npz file, one tune at a time.</summary>
public sealed class RecordingReader : IDisposable
{
    // A meta.json of more is no vocabulary and plan that was ever written.
    private const long LongestFacts = 64 << 20;

    private readonly string path;
    private readonly ZipArchive archive;
    private readonly bool many;

    /// <param name="path">An .npz file that <see cref="RecordingWriter"/> made.</param>
    /// <exception cref="RecordingFormatException">It is none.</exception>
    public RecordingReader(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = path;
        try
        {
            archive = new ZipArchive(GivenFile.Open(path), ZipArchiveMode.Read);
            _ = archive.Entries; // Reads the directory, which can be damaged too.
        }
        catch (InvalidDataException e)
        {
            archive?.Dispose();
            throw new RecordingFormatException(path, "", "an .npz archive", "something else, or only a part of one", e);
        }

        many = archive.GetEntry("meta.json") is null;
        while (many && archive.GetEntry(Folder(Count) + "meta.json") is not null)
        {
            Count++;
        }

        Count = many ? Count : 1;
        if (Count == 0)
        {
            archive.Dispose();
            throw new RecordingFormatException(path, "", "a recording's meta.json", "an archive without it");
        }
    }

    /// <summary>How many tunes.</summary>
    public int Count { get; }

    /// <summary>Reads the tunes of a file, one at a time.</summary>
    /// <param name="path">An .npz file that <see cref="RecordingWriter"/> made.</param>
    /// <exception cref="RecordingFormatException">It is none, or a tune's members are not those of a recording.</exception>
    public static IEnumerable<TuneRecording> ReadAll(string path)
    {
        using RecordingReader reader = new(path);
        for (int index = 0; index < reader.Count; index++)
        {
            yield return reader.Read(index);
        }
    }

    /// <summary>Reads a tune.</summary>
    /// <param name="index">From 0.</param>
    /// <exception cref="RecordingFormatException">The tune's members are not those of a recording.</exception>
    public TuneRecording Read(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        string folder = many ? Folder(index) : "";
        try
        {
            RecordingFacts facts = ReadFacts(folder + "meta.json");
            int[] input = Array<int>(folder + "input.npy", NumpyArray.Int32, [-1]);
            int[] output = Array<int>(folder + "output.npy", NumpyArray.Int32, [input.Length]);
            Dictionary<SiteKind, float[]> arrays = [];
            foreach (SiteKind kind in RecordedSites.All)
            {
                string name = $"{folder}{RecordedSites.Name(kind)}.npy";
                if (archive.GetEntry(name) is not null)
                {
                    int[] axes = new Site(kind, 1).IsOfLayer
                        ? [input.Length, facts.Layers, facts.Units]
                        : [input.Length, facts.Vocabulary.Count];
                    arrays[kind] = Array<float>(name, NumpyArray.Float32, axes);
                }
            }

            return new TuneRecording(
                facts,
                [.. input.Select(token => new Token(token))],
                [.. output.Select(token => new Token(token))],
                arrays
            );
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new RecordingFormatException(
                path,
                many ? folder : "",
                "the members of a recording",
                $"damage ({e.Message.TrimEnd('.')})",
                e
            );
        }
    }

    /// <summary>Lets the file go.</summary>
    public void Dispose() => archive.Dispose();

    private static string Folder(int index) => index.ToString("000000", CultureInfo.InvariantCulture) + "/";

    private RecordingFacts ReadFacts(string name)
    {
        ZipArchiveEntry entry = archive.GetEntry(name)!;
        try
        {
            using Stream stream = entry.Open();
            RecordingFacts? facts = entry.Length > LongestFacts ? null : RecordingJson.Read(stream);
            if (facts?.Format == RecordingFacts.CurrentFormat && facts.Layers > 0 && facts.Units > 0 && facts.Vocabulary is { Count: > 1 })
            {
                return facts;
            }
        }
        catch (JsonException e)
        {
            throw new RecordingFormatException(path, name, $"the facts of a '{RecordingFacts.CurrentFormat}'", e.Message.TrimEnd('.'), e);
        }

        throw new RecordingFormatException(path, name, $"the facts of a '{RecordingFacts.CurrentFormat}'", "something else");
    }

    private T[] Array<T>(string name, string type, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ZipArchiveEntry entry = archive.GetEntry(name) ?? throw new RecordingFormatException(path, "", name, "an archive without it");
        using Stream stream = entry.Open();
        return NumpyArray.Read<T>(stream, entry.Length, type, shape, path, name);
    }
}
