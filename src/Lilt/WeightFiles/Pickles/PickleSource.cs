using System.Buffers.Binary;
using System.Text;

namespace Lilt.WeightFiles.Pickles;

/// <summary>
/// The bytes of a pickle, read once from front to back. No length that the file states is believed before it is compared with what
/// can still follow.
/// </summary>
internal sealed class PickleSource
{
    private const int BufferLength = 8192;
    private const ulong FirstRoom = 65536;
    private readonly Stream stream;
    private readonly byte[] buffer = new byte[BufferLength];
    private readonly string? limitReason;
    private int start;
    private int end;

    /// <param name="stream">The bytes, unpacked.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="limit">How many bytes may be read at most.</param>
    /// <param name="limitReason">Where the limit comes from if not from the length of the stream, for messages; there may be fewer bytes
    /// then.</param>
    public PickleSource(Stream stream, string file, long limit, string? limitReason)
    {
        this.stream = stream;
        File = file;
        Limit = limit;
        this.limitReason = limitReason;
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>Bytes that may be read in all.</summary>
    public long Limit { get; }

    /// <summary>Bytes read so far.</summary>
    public long Offset { get; private set; }

    /// <summary>What cannot be read, as an exception to throw.</summary>
    public WeightFormatException Failure(long offset, string expected, string found, string remedy) =>
        new(File, offset, expected, found, remedy);

    public byte ReadByte()
    {
        if (start == end)
        {
            Fill();
        }

        Offset++;
        return buffer[start++];
    }

    public ushort ReadUInt16() => (ushort)(ReadByte() | (ReadByte() << 8));

    public int ReadInt32() => unchecked((int)ReadUInt32());

    public uint ReadUInt32() => ReadUInt16() | ((uint)ReadUInt16() << 16);

    public ulong ReadUInt64() => ReadUInt32() | ((ulong)ReadUInt32() << 32);

    public double ReadBigEndianDouble()
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        Read(bytes);
        return BinaryPrimitives.ReadDoubleBigEndian(bytes);
    }

    /// <summary>Reads a stated number of bytes.</summary>
    /// <param name="count">What the file says.</param>
    /// <exception cref="WeightFormatException">So many cannot follow.</exception>
    public byte[] ReadBytes(ulong count)
    {
        Require(count);

        // Where the limit is no length, room is taken as the bytes arrive.
        byte[] bytes = new byte[limitReason is null ? count : Math.Min(count, FirstRoom)];
        Read(bytes);
        while ((ulong)bytes.Length < count)
        {
            int read = bytes.Length;
            Array.Resize(ref bytes, (int)Math.Min(count, 2 * (ulong)read));
            Read(bytes.AsSpan(read));
        }

        return bytes;
    }

    /// <summary>Reads a line of ASCII text, its line feed taken away.</summary>
    /// <param name="longest">The most letters that it may have.</param>
    public string ReadLine(int longest)
    {
        long from = Offset;
        StringBuilder line = new();
        for (byte next = ReadByte(); next != '\n'; next = ReadByte())
        {
            if (line.Length == longest)
            {
                throw Failure(from, $"a name of at most {longest} letters", QuotedText.Of(line.ToString()), PickleMachine.NotOurs);
            }

            line.Append((char)next);
        }

        return line.ToString();
    }

    /// <summary>Checks that a stated number of bytes can follow.</summary>
    public void Require(ulong count)
    {
        ulong left = (ulong)(Limit - Offset);
        if (count > left || count > (ulong)Array.MaxLength)
        {
            throw Failure(
                Offset,
                $"at most {left} more bytes{Reason}",
                $"a length of {count}",
                "The file is damaged or cut short: fetch it again."
            );
        }
    }

    private string Reason => limitReason is null ? string.Empty : $" up to the limit, {limitReason}";

    private void Read(Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            if (start == end && destination.Length >= BufferLength)
            {
                int read = FromStream(destination[..(int)Math.Min(destination.Length, Limit - Offset)]);
                Offset += read;
                destination = destination[read..];
                continue;
            }

            if (start == end)
            {
                Fill();
            }

            int count = Math.Min(destination.Length, end - start);
            buffer.AsSpan(start, count).CopyTo(destination);
            start += count;
            Offset += count;
            destination = destination[count..];
        }
    }

    private void Fill()
    {
        start = 0;
        end = 0;
        end = FromStream(buffer.AsSpan(0, (int)Math.Min(BufferLength, Limit - Offset)));
    }

    private int FromStream(Span<byte> destination)
    {
        int read;
        try
        {
            read = destination.IsEmpty ? 0 : stream.Read(destination);
        }
        catch (InvalidDataException e)
        {
            throw new WeightFormatException(
                File,
                Offset,
                "data packed with gzip",
                "data that gzip cannot unpack",
                "The file is damaged: fetch it again.",
                e
            );
        }

        if (read == 0)
        {
            string found = Offset >= Limit ? $"the end{Reason}" : "the end";
            throw Failure(Offset, "more of the pickle", found, "The file is damaged or cut short: fetch it again.");
        }

        return read;
    }
}
