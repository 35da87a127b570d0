using System.Text;

namespace Lilt.Files;

/// <summary>
/// A file that is written part by part beside its place, so that a run which was stopped or killed can be gone on with; put in its place
/// when it is whole.
/// </summary>
/// <remarks>
/// Beside the unfinished file stands its journal: what the run was asked for on the first line, then a line for each whole part with the
/// bytes up to its end. A run that goes on cuts the file there. A kill loses no whole part; a power cut may.
/// </remarks>
public sealed class ResumableFile : IDisposable
{
    /// <summary>What is appended to the name for the journal.</summary>
    public const string JournalSuffix = ".resume";

    private const int BufferBytes = 1 << 16;

    private readonly string place;
    private readonly string? journalPath;
    private readonly PlaceLock? held;
    private readonly FileStream file;
    private readonly FileStream? journal;
    private bool isKept = true;
    private bool isClosed;

    /// <param name="path">Its place; an older file there stands until <see cref="Complete"/>. A device is written to as it stands and
    /// cannot be gone on with.</param>
    /// <param name="settings">What decides the file's bytes, by name.</param>
    /// <param name="origin">What else the run wants back when it goes on: its command line.</param>
    /// <param name="resume">Whether to go on with an unfinished file; otherwise one is thrown away.</param>
    /// <exception cref="FormatException">There is nothing to go on with, or it is of other settings.</exception>
    /// <exception cref="PlaceTakenException">Another run writes it now.</exception>
    public ResumableFile(string path, IReadOnlyList<KeyValuePair<string, string>> settings, string origin, bool resume)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(settings);
        if (ReplacedFile.IsDevice(path))
        {
            place = path;
            Origin = origin;
            file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, BufferBytes);
            Stream = file;
            return;
        }

        place = ReplacedFile.PlaceOf(path);
        journalPath = place + JournalSuffix;
        held = PlaceLock.Take(place);
        try
        {
            UnfinishedJournal? left = UnfinishedJournal.Find(place + ReplacedFile.Suffix, journalPath);
            if (resume && left is null)
            {
                throw new FormatException($"{path}: there is no unfinished run of it to go on with. Leave --resume out to begin one.");
            }

            if (resume)
            {
                left!.ThrowUnlessOf(settings, path);
                (Parts, KeptBytes, Note, Origin) = (left.Parts, left.Bytes, left.Note, left.Origin);
            }
            else
            {
                (Origin, ThrownAway) = (origin, left?.Parts ?? 0);
            }

            if (!resume)
            {
                File.Delete(journalPath);
            }

            file = new FileStream(
                place + ReplacedFile.Suffix,
                resume ? FileMode.Open : FileMode.Create,
                FileAccess.ReadWrite,
                FileShare.None,
                BufferBytes
            );
            file.SetLength(KeptBytes);
            file.Position = KeptBytes;
            Stream = file;
            journal = new FileStream(journalPath, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
            journal.SetLength(resume ? left!.JournalBytes : 0);
            journal.Position = journal.Length;
            if (!resume)
            {
                Append(UnfinishedJournal.Head(settings, origin));
            }
        }
        catch
        {
            journal?.Dispose();
            file?.Dispose();
            held.Dispose();
            throw;
        }
    }

    /// <summary>What is written; where an unfinished file is gone on with it stands at the kept parts' end.</summary>
    public Stream Stream { get; }

    /// <summary>How many whole parts are in the file.</summary>
    public int Parts { get; private set; }

    /// <summary>Bytes of the parts that an earlier run left.</summary>
    public long KeptBytes { get; }

    /// <summary>What was said with the last whole part; empty before the first.</summary>
    public string Note { get; private set; } = string.Empty;

    /// <summary>What the run that began the file gave as its origin.</summary>
    public string Origin { get; }

    /// <summary>Whole parts of an unfinished file that was not gone on with.</summary>
    public int ThrownAway { get; }

    /// <summary>The unfinished file.</summary>
    public string Unfinished => place + ReplacedFile.Suffix;

    /// <summary>One more part is whole: everything up to here.</summary>
    /// <param name="note">What a run that goes on from here must know.</param>
    public void Keep(string note)
    {
        file.Flush();
        Parts++;
        Note = note;
        if (journal is not null)
        {
            Append(UnfinishedJournal.Line(Parts, file.Length, note));
        }
    }

    /// <summary>Nothing is to be gone on with: disposed of, the file leaves nothing.</summary>
    public void Discard() => isKept = false;

    /// <summary>
    /// A stream from the file's beginning, for a form that has to be written from its first byte: what is written before the kept parts'
    /// end is taken as the same and left alone.
    /// </summary>
    public Stream FromTheStart() => KeptBytes == 0 ? Stream : new KeptPrefixStream(file, KeptBytes);

    /// <summary>Reads what an earlier run left, from its first byte to the last of its whole parts.</summary>
    /// <param name="offset">From 0.</param>
    /// <param name="bytes">Filled.</param>
    public void ReadKept(long offset, Span<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + bytes.Length, KeptBytes);
        file.Position = offset;
        file.ReadExactly(bytes);
    }

    /// <summary>Puts the file in its place.</summary>
    public void Complete()
    {
        file.Flush(flushToDisk: true);
        file.Dispose();
        journal?.Dispose();
        if (journalPath is not null)
        {
            File.Move(Unfinished, place, overwrite: true);
            File.Delete(journalPath);
        }

        isClosed = true;
        held?.Dispose();
    }

    /// <summary>
    /// Lets the file go. What was not completed stays, to be gone on with, unless it holds no whole part or was discarded.
    /// </summary>
    public void Dispose()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        using PlaceLock? letGo = held;
        try
        {
            file.Dispose();
        }
        finally
        {
            journal?.Dispose();
            if (journalPath is not null && (!isKept || Parts == 0))
            {
                File.Delete(Unfinished);
                File.Delete(journalPath);
            }
        }
    }

    private void Append(string line)
    {
        journal?.Write(Encoding.UTF8.GetBytes(line));
        journal?.Flush();
    }
}
