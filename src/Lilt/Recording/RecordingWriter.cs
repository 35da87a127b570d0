using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation;

namespace Lilt.Recording;

/// <summary>Writes recordings to an .npz file that NumPy opens, tune by tune: memory does not grow with their number.</summary>
/// <remarks>
/// The file is written beside its place and put there by <see cref="Complete"/>; a writer that is disposed of before leaves nothing. Members are stored, not
/// compressed, with one fixed date, so equal recordings are equal files. One tune's arrays stand at the top, many tunes' under <c>000000/</c>, <c>000001/</c>, ….
/// </remarks>
public sealed class RecordingWriter : IDisposable
{
    // The earliest date that a zip archive can hold.
    private static readonly DateTimeOffset FixedDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly bool many;
    private readonly ReplacedFile file;
    private readonly ZipArchive archive;
    private int tunes;
    private bool closed;

    /// <param name="path">Where the file will stand; an older one is replaced.</param>
    /// <param name="many">Whether tunes stand in folders of their own; otherwise exactly one is written.</param>
    public RecordingWriter(string path, bool many)
    {
        this.many = many;
        file = new ReplacedFile(path);
        archive = new ZipArchive(file.Stream, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Writes a tune after those before it.</summary>
    /// <exception cref="InvalidOperationException">A second tune in a file of one.</exception>
    public void Write(TuneRecording tune)
    {
        ArgumentNullException.ThrowIfNull(tune);
        if (!many && tunes > 0)
        {
            throw new InvalidOperationException("The file is of one tune.");
        }

        string folder = many ? tunes.ToString("000000", CultureInfo.InvariantCulture) + "/" : "";
        NetworkShape shape = tune.Facts.Shape;
        WriteTokens($"{folder}input.npy", tune.Input);
        WriteTokens($"{folder}output.npy", tune.Output);
        foreach (SiteKind kind in tune.Kinds)
        {
            bool ofLayer = new Site(kind, 1).IsOfLayer;
            int[] axes = ofLayer ? [tune.Steps, shape.Layers, shape.Units] : [tune.Steps, shape.Tokens];
            using Stream member = Member($"{folder}{RecordedSites.Name(kind)}.npy");
            NumpyArray.Write(member, NumpyArray.Float32, axes, tune.Values(kind));
        }

        using (Stream member = Member($"{folder}meta.json"))
        {
            JsonSerializer.Serialize(member, tune.Facts, RecordingFacts.Json);
        }

        tunes++;
    }

    /// <summary>Puts the file in its place.</summary>
    /// <exception cref="InvalidOperationException">No tune was written, or the file is complete.</exception>
    public void Complete()
    {
        if (closed || tunes == 0)
        {
            throw new InvalidOperationException(closed ? "The file is complete." : "No tune was written.");
        }

        closed = true;
        archive.Dispose();
        file.Complete();
    }

    /// <summary>Lets the file go; what was not completed leaves nothing.</summary>
    public void Dispose()
    {
        try
        {
            archive.Dispose();
        }
        finally
        {
            file.Dispose();
        }
    }

    private void WriteTokens(string name, IReadOnlyList<Token> tokens)
    {
        int[] indices = [.. tokens.Select(token => token.Index)];
        using Stream member = Member(name);
        NumpyArray.Write<int>(member, NumpyArray.Int32, [indices.Length], indices);
    }

    private Stream Member(string name)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = FixedDate;
        return entry.Open();
    }
}
