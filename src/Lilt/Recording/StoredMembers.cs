using System.Buffers.Binary;
using System.Text;
using Lilt.Files;

namespace Lilt.Recording;

/// <summary>
/// The members of an .npz file that was never finished, so that it has no directory: found by their own headers, one behind the other.
/// </summary>
/// <remarks>
/// Source: PKWARE, APPNOTE.TXT 6.3.10, section 4.3.7. Members are stored and their sizes known, as <see cref="RecordingWriter"/> writes
/// them.
/// </remarks>
internal static class StoredMembers
{
    private const uint Signature = 0x04034b50;
    private const int HeaderBytes = 30;

    /// <summary>Every member's name and bytes, in order.</summary>
    /// <exception cref="InvalidDataException">What stands there is no such file.</exception>
    public static IEnumerable<(string Name, byte[] Bytes)> Read(ResumableFile file)
    {
        byte[] header = new byte[HeaderBytes];
        for (long at = 0; at < file.KeptBytes; )
        {
            Fill(file, at, header);
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(22));
            if (
                BinaryPrimitives.ReadUInt32LittleEndian(header) != Signature
                || BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(18)) != size
            )
            {
                throw new InvalidDataException(
                    $"{file.Unfinished}: byte {at} begins no member of a recording. Leave --resume out to begin again."
                );
            }

            byte[] name = new byte[BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(26))];
            at += HeaderBytes;
            Fill(file, at, name);
            at += name.Length + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28));
            byte[] bytes = new byte[size];
            Fill(file, at, bytes);
            at += size;
            yield return (Encoding.UTF8.GetString(name), bytes);
        }
    }

    private static void Fill(ResumableFile file, long at, byte[] bytes)
    {
        if (at + bytes.Length > file.KeptBytes)
        {
            throw new InvalidDataException(
                $"{file.Unfinished}: a member of the recording ends behind byte {file.KeptBytes}. Leave --resume out to begin again."
            );
        }

        file.ReadKept(at, bytes);
    }
}
