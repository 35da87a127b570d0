using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using Lilt.Files;
using Lilt.Gradients.Kernels;

namespace Lilt.Training;

/// <summary>The file from which a run goes on as if it had never stopped.</summary>
/// <remarks>
/// Little-endian: "LILTRUN\n", the version as a 32-bit number, the header's length as a 32-bit number, the header (JSON: the recipe,
/// the seed, what the corpus and vocabulary hash to, where the run stands), then each run of floats behind its length as a 64-bit
/// number, and the SHA-256 of all before it. It is written beside and renamed, so there is always a whole one.
/// </remarks>
internal static class Checkpoint
{
    private const int Version = 1;
    private const int LargestHeader = 64 << 20;
    private const int BlockFloats = 1 << 18;

    private static ReadOnlySpan<byte> Magic => "LILTRUN\n"u8;

    /// <summary>What stands before the floats.</summary>
    /// <param name="Recipe">The recipe's JSON.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="CorpusHash">The corpus's.</param>
    /// <param name="Vocabulary">The tokens in index order.</param>
    /// <param name="Progress">Where the run stands.</param>
    internal sealed record Header(string Recipe, long Seed, string CorpusHash, IReadOnlyList<string> Vocabulary, RunProgress Progress);

    /// <summary>Writes a checkpoint.</summary>
    /// <exception cref="IOException">The file could not be written, for example because the disk is full; the old one stands.</exception>
    public static void Write(string path, Header header, IReadOnlyList<FloatMemory> memories)
    {
        try
        {
            ReplacedFile.Write(
                path,
                file =>
                {
                    using IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                    Span<byte> number = stackalloc byte[sizeof(long)];
                    byte[] json = JsonSerializer.SerializeToUtf8Bytes(header, CheckpointJson.Default.Header);
                    Append(Magic);
                    BinaryPrimitives.WriteInt32LittleEndian(number, Version);
                    Append(number[..sizeof(int)]);
                    BinaryPrimitives.WriteInt32LittleEndian(number, json.Length);
                    Append(number[..sizeof(int)]);
                    Append(json);
                    foreach (FloatMemory memory in memories)
                    {
                        BinaryPrimitives.WriteInt64LittleEndian(number, memory.Length);
                        Append(number);
                        for (long at = 0; at < memory.Length; at += BlockFloats)
                        {
                            Append(MemoryMarshal.AsBytes(memory.Part(at, (int)Math.Min(BlockFloats, memory.Length - at))));
                        }
                    }

                    file.Write(sha.GetHashAndReset());

                    void Append(ReadOnlySpan<byte> bytes)
                    {
                        sha.AppendData(bytes);
                        file.Write(bytes);
                    }
                }
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"{path}: the checkpoint could not be written ({e.Message}); the one before it still stands. Make room, then go on with --resume.",
                e
            );
        }
    }

    /// <summary>Reads the header, and the floats into memories that <paramref name="prepare"/> makes from it.</summary>
    /// <exception cref="FormatException">The file is no checkpoint, of another version, or damaged.</exception>
    public static Header Read(string path, Func<Header, IReadOnlyList<FloatMemory>> prepare)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        using IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            byte[] start = Take(Magic.Length + (2 * sizeof(int)));
            if (!start.AsSpan(0, Magic.Length).SequenceEqual(Magic))
            {
                throw new FormatException(
                    $"{path}: not a Lilt checkpoint: it does not begin with 'LILTRUN'. Give --run the folder of a run."
                );
            }

            int version = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(Magic.Length));
            if (version != Version)
            {
                throw new FormatException(
                    $"{path}: a checkpoint of version {version}; this program reads version {Version}. Go on with the program that wrote it, or start the run again."
                );
            }

            int length = BinaryPrimitives.ReadInt32LittleEndian(start.AsSpan(Magic.Length + sizeof(int)));
            if (length is < 2 or > LargestHeader)
            {
                throw new FormatException($"{path}: offset {Magic.Length + sizeof(int)}: a header of {length} bytes cannot be. {Damaged}");
            }

            Header header =
                JsonSerializer.Deserialize(Take(length), CheckpointJson.Default.Header) ?? throw new JsonException("the header is null");
            foreach (FloatMemory memory in prepare(header))
            {
                long offset = file.Position;
                long floats = BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));
                if (floats != memory.Length)
                {
                    throw new FormatException(
                        $"{path}: offset {offset}: {floats} floats where the recipe's network has {memory.Length}. {Damaged}"
                    );
                }

                for (long at = 0; at < memory.Length; at += BlockFloats)
                {
                    Span<byte> bytes = MemoryMarshal.AsBytes(memory.Part(at, (int)Math.Min(BlockFloats, memory.Length - at)));
                    file.ReadExactly(bytes);
                    sha.AppendData(bytes);
                }
            }

            byte[] expected = sha.GetHashAndReset();
            byte[] found = new byte[expected.Length];
            file.ReadExactly(found);
            if (!expected.AsSpan().SequenceEqual(found) || file.ReadByte() != -1)
            {
                throw new FormatException($"{path}: the checksum at its end does not fit what stands before it. {Damaged}");
            }

            return header;
        }
        catch (EndOfStreamException e)
        {
            throw new FormatException($"{path}: it ends at offset {file.Length}, too early. {Damaged}", e);
        }
        catch (JsonException e)
        {
            throw new FormatException(
                $"{path}: the header is not what a checkpoint's is ({e.Message.ReplaceLineEndings(" ")}). {Damaged}",
                e
            );
        }

        byte[] Take(int count)
        {
            byte[] bytes = new byte[count];
            file.ReadExactly(bytes);
            sha.AppendData(bytes);
            return bytes;
        }
    }

    private const string Damaged = "The file is damaged: start the run again, or put back a copy.";
}
