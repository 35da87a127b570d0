using System.Globalization;
using System.IO.Compression;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Recording;

/// <summary>Writes recordings to an .npz file that NumPy opens, tune by tune: memory does not grow with their number.</summary>
/// <remarks>
/// The file is written beside its place and put there by <see cref="Complete"/>; a writer that is disposed of before leaves what its file
/// leaves: nothing, or one that can be gone on with. Members are stored, not compressed, with one fixed date, so equal recordings are equal
/// files. One tune's arrays stand at the top, many tunes' under <c>000000/</c>, <c>000001/</c>, ….
/// </remarks>
public sealed class RecordingWriter : IDisposable
{
    // The earliest date that a zip archive can hold.
    private static readonly DateTimeOffset FixedDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly bool many;
    private readonly IDisposable file;
    private readonly Action complete;
    private readonly ZipArchive archive;
    private int tunes;
    private bool closed;

    /// <param name="path">Where the file will stand; an older one is replaced.</param>
    /// <param name="many">Whether tunes stand in folders of their own; otherwise exactly one is written.</param>
    public RecordingWriter(string path, bool many)
    {
        this.many = many;
        ReplacedFile replaced = new(path);
        file = replaced;
        complete = replaced.Complete;
        archive = new ZipArchive(replaced.Stream, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Writes into a file that can be gone on with; the tunes that stand in it already are taken as they are.</summary>
    /// <param name="file">The file, a part a tune: say <see cref="ResumableFile.Keep"/> after each.</param>
    /// <param name="many">As above.</param>
    /// <exception cref="InvalidDataException">What stands in the file is no recording.</exception>
    public RecordingWriter(ResumableFile file, bool many)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.many = many;
        this.file = file;
        complete = file.Complete;
        archive = new ZipArchive(file.FromTheStart(), ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, byte[] bytes) in StoredMembers.Read(file))
        {
            using Stream member = Member(name);
            member.Write(bytes);
        }

        tunes = file.Parts;
    }

    /// <summary>Writes a file of many tunes, whole: <c>000000/</c>, <c>000001/</c>, …, one or more.</summary>
    /// <param name="path">Where the file will stand; an older one is replaced.</param>
    /// <param name="tunes">Taken one by one, so that they need not be held at once.</param>
    /// <exception cref="InvalidOperationException">There is no tune.</exception>
    public static void Write(string path, IEnumerable<TuneRecording> tunes)
    {
        ArgumentNullException.ThrowIfNull(tunes);
        using RecordingWriter writer = new(path, many: true);
        foreach (TuneRecording tune in tunes)
        {
            writer.Write(tune);
        }

        writer.Complete();
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
            RecordingJson.Write(member, tune.Facts);
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
        complete();
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
