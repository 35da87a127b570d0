using System.Buffers.Binary;
using System.IO.Compression;

namespace Lilt.Robustness.Damaged;

/// <summary>Files in which another lies: their insides are damaged, and they are packed again.</summary>
internal static class PackedFiles
{
    // A header's text is damaged and its length made to fit, so that the text is what is read.
    public static byte[] Headed(byte[] file, Func<byte[], byte[]> damage, int member)
    {
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        byte[] header = damage(file[8..(8 + length)]);
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        return [.. prefix, .. header, .. file[(8 + length)..]];
    }

    public static byte[] Gzipped(byte[] file, Func<byte[], byte[]> damage, int member)
    {
        if (file is not [0x1f, 0x8b, ..])
        {
            return damage(file);
        }

        using GZipStream unpacked = new(new MemoryStream(file), CompressionMode.Decompress);
        using MemoryStream inside = new();
        unpacked.CopyTo(inside);
        return Gzip(damage(inside.ToArray()));
    }

    // One member is damaged and all are packed again, with sums that fit.
    public static byte[] Zipped(byte[] file, Func<byte[], byte[]> damage, int member)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            return damage(file);
        }

        using ZipArchive archive = new(new MemoryStream(file), ZipArchiveMode.Read);
        using MemoryStream packed = new();
        using (ZipArchive again = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int n = 0; n < archive.Entries.Count; n++)
            {
                using Stream stream = archive.Entries[n].Open();
                using MemoryStream inside = new();
                stream.CopyTo(inside);
                Add(again, archive.Entries[n].FullName, n == member % archive.Entries.Count ? damage(inside.ToArray()) : inside.ToArray());
            }
        }

        return packed.ToArray();
    }

    public static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using Stream stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(bytes);
    }

    public static byte[] Gzip(byte[] file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(file);
        }

        return packed.ToArray();
    }
}
