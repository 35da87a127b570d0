namespace Lilt.Files;

/// <summary>
/// A file whose beginning stands already: what is written there is taken as the same and left alone, what is written behind it goes into
/// the file.
/// </summary>
internal sealed class KeptPrefixStream(FileStream file, long kept) : Stream
{
    private long position;

    public override bool CanRead => false;

    public override bool CanSeek => true;

    public override bool CanWrite => true;

    public override long Length => Math.Max(file.Length, kept);

    public override long Position
    {
        get => position;
        set => position = value;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        int left = (int)Math.Clamp(kept - position, 0, buffer.Length);
        position += left;
        if (left < buffer.Length)
        {
            file.Position = position;
            file.Write(buffer[left..]);
            position = file.Position;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        position = origin switch
        {
            SeekOrigin.Begin => offset,
            SeekOrigin.Current => position + offset,
            _ => Length + offset,
        };

    public override void Flush() => file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
