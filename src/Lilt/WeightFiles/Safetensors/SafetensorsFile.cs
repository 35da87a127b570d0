using System.Buffers;

namespace Lilt.WeightFiles.Safetensors;

/// <summary>An open safetensors file, its tensors read one by one as float32.</summary>
internal sealed class SafetensorsFile
{
    private const int ChunkElements = 16384;
    private readonly Stream stream;

    /// <param name="stream">The file, which must be able to seek; the caller closes it.</param>
    /// <param name="name">The file's name, for messages.</param>
    /// <exception cref="WeightFormatException">It is no safetensors file, or damaged.</exception>
    public SafetensorsFile(Stream stream, string name)
    {
        this.stream = stream;
        Name = name;
        stream.Position = 0;
        Header = SafetensorsHeader.Read(stream, name);
    }

    /// <summary>The file's name.</summary>
    public string Name { get; }

    /// <summary>What the file says that it holds.</summary>
    public SafetensorsHeader Header { get; }

    /// <summary>Reads a tensor.</summary>
    /// <param name="entry">Which.</param>
    /// <param name="destination">As many elements.</param>
    /// <exception cref="WeightFormatException">A value is not finite.</exception>
    public void Read(TensorEntry entry, Span<float> destination)
    {
        int size = TensorTypes.Size(entry.Type);
        stream.Position = Header.DataOffset + entry.Begin;
        byte[] chunk = ArrayPool<byte>.Shared.Rent(Math.Min(ChunkElements, entry.Length) * size);
        Span<float> rest = destination;
        while (rest.Length > 0)
        {
            int count = Math.Min(Math.Min(ChunkElements, entry.Length), rest.Length);
            Span<byte> bytes = chunk.AsSpan(0, count * size);
            stream.ReadExactly(bytes);
            TensorTypes.Convert(entry.Type, bytes, rest[..count]);
            rest = rest[count..];
        }

        ArrayPool<byte>.Shared.Return(chunk);
        FiniteWeights.Require(destination, entry.Name, Name, Header.DataOffset + entry.Begin);
    }

    /// <summary>What does not fit in the file, as an exception to throw.</summary>
    public WeightFormatException Failure(long offset, string expected, string found, string remedy) =>
        new(Name, offset, expected, found, remedy);
}
