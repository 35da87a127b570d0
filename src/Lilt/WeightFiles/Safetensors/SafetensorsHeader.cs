using System.Buffers.Binary;
using System.Text.Json;

namespace Lilt.WeightFiles.Safetensors;

/// <summary>The header of a safetensors file: which tensors lie where, and texts beside them. Every figure in it is checked.</summary>
/// <remarks>
/// Eight bytes little-endian give the length of a JSON object; behind it lie the tensors' bytes, without gap or overlap.
/// Source: the format's description in the safetensors project, <c>README.md</c>, Format.
/// </remarks>
internal sealed class SafetensorsHeader
{
    /// <summary>The bytes before the JSON text.</summary>
    public const int LengthBytes = sizeof(ulong);

    private const ulong LongestText = 100_000_000;
    private const int MostAxes = 32;
    private const string Damaged = "The file is damaged or cut short: fetch or write it again.";
    private readonly string file;

    private SafetensorsHeader(string file, long dataOffset)
    {
        this.file = file;
        DataOffset = dataOffset;
    }

    /// <summary>Where the data starts, bytes from the start of the file.</summary>
    public long DataOffset { get; }

    /// <summary>The tensors by name.</summary>
    public Dictionary<string, TensorEntry> Tensors { get; } = new(StringComparer.Ordinal);

    /// <summary>The texts under <c>__metadata__</c>.</summary>
    public Dictionary<string, string> Metadata { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a file that starts so can only be a safetensors file: a length that is none too large, and a brace.</summary>
    /// <param name="first">The file's first nine bytes.</param>
    public static bool MayStart(ReadOnlySpan<byte> first) =>
        first.Length > LengthBytes && first[LengthBytes] == (byte)'{' && BinaryPrimitives.ReadUInt64LittleEndian(first) <= LongestText;

    /// <summary>Reads and checks the header.</summary>
    /// <param name="stream">At its start, for which <see cref="MayStart"/> holds; it must know its length.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <exception cref="WeightFormatException">It is no safetensors file, or damaged.</exception>
    public static SafetensorsHeader Read(Stream stream, string file)
    {
        long size = stream.Length;
        Span<byte> prefix = stackalloc byte[LengthBytes];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > (ulong)(size - LengthBytes))
        {
            throw new WeightFormatException(file, 0, $"a header of at most {size - LengthBytes} bytes", $"{length}", Damaged);
        }

        byte[] text = new byte[length];
        stream.ReadExactly(text);
        SafetensorsHeader header = new(file, LengthBytes + (long)length);
        Utf8JsonReader reader = new(text);
        try
        {
            header.ReadObject(ref reader);
        }
        catch (JsonException e)
        {
            throw new WeightFormatException(file, LengthBytes + reader.BytesConsumed, "a JSON header", "other text", Damaged, e);
        }

        header.RequireWhole(size - header.DataOffset);
        return header;
    }

    private void ReadObject(ref Utf8JsonReader reader)
    {
        Next(ref reader, JsonTokenType.StartObject, "a JSON object");
        bool hasMetadata = false;
        while (IsProperty(ref reader))
        {
            long at = reader.TokenStartIndex;
            string name = JsonTexts.Read(ref reader);
            bool isFirst;
            if (name == "__metadata__")
            {
                isFirst = !hasMetadata;
                hasMetadata = true;
                ReadMetadata(ref reader);
            }
            else
            {
                isFirst = Tensors.TryAdd(name, ReadTensor(ref reader, name));
            }

            if (!isFirst)
            {
                throw Failure(at, "each name once", $"{QuotedText.Of(name)} again");
            }
        }

        if (reader.Read())
        {
            throw Failure(reader.TokenStartIndex, "the end of the header", "more");
        }
    }

    private void ReadMetadata(ref Utf8JsonReader reader)
    {
        Next(ref reader, JsonTokenType.StartObject, "a JSON object of texts");
        while (IsProperty(ref reader))
        {
            string key = JsonTexts.Read(ref reader);
            Next(ref reader, JsonTokenType.String, "a text");
            if (!Metadata.TryAdd(key, JsonTexts.Read(ref reader)))
            {
                throw Failure(reader.TokenStartIndex, "each name once", $"{QuotedText.Of(key)} again");
            }
        }
    }

    private TensorEntry ReadTensor(ref Utf8JsonReader reader, string name)
    {
        Next(ref reader, JsonTokenType.StartObject, "a JSON object");
        long at = reader.TokenStartIndex;
        TensorType? type = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        while (IsProperty(ref reader))
        {
            string key = JsonTexts.Read(ref reader);
            switch (key)
            {
                case "dtype" when type is null:
                    type = ReadType(ref reader, name);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(ref reader);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(ref reader);
                    break;
                default:
                    throw Failure(reader.TokenStartIndex, "dtype, shape and data_offsets, each once", QuotedText.Of(key));
            }
        }

        if (type is not { } kept || shape is null || offsets is not [var begin, var end] || end < begin)
        {
            throw Failure(
                at,
                $"dtype, shape and data_offsets [begin, end] of {QuotedText.Of(name)}",
                "less, or an end before the beginning"
            );
        }

        Int128 length = TensorTypes.Size(kept);
        foreach (long axis in shape)
        {
            length *= axis;
            if (axis > int.MaxValue || length > int.MaxValue * (Int128)sizeof(double))
            {
                throw Failure(at, "axes of usual lengths", $"a shape of [{string.Join(", ", shape)}]");
            }
        }

        if (length != end - begin)
        {
            throw Failure(at, $"{length} bytes for {QuotedText.Of(name)} of shape [{string.Join(", ", shape)}]", $"{end - begin}");
        }

        int[] axes = new int[shape.Count];
        for (int k = 0; k < axes.Length; k++)
        {
            axes[k] = (int)shape[k];
        }

        return new TensorEntry(name, kept, axes, begin, end);
    }

    private TensorType ReadType(ref Utf8JsonReader reader, string name)
    {
        Next(ref reader, JsonTokenType.String, "a type");
        string text = JsonTexts.Read(ref reader);
        return text switch
        {
            "F16" => TensorType.F16,
            "BF16" => TensorType.BF16,
            "F32" => TensorType.F32,
            "F64" => TensorType.F64,
            _ => throw new WeightFormatException(
                file,
                LengthBytes + reader.TokenStartIndex,
                $"F32, F16, BF16 or F64 for {QuotedText.Of(name)}",
                QuotedText.Of(text),
                "Convert the tensor to float32 and save it again."
            ),
        };
    }

    private List<long> ReadNumbers(ref Utf8JsonReader reader)
    {
        Next(ref reader, JsonTokenType.StartArray, "a list of whole numbers");
        List<long> numbers = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out long number) || number < 0 || numbers.Count == MostAxes)
            {
                throw Failure(reader.TokenStartIndex, $"at most {MostAxes} whole numbers from 0", "something else");
            }

            numbers.Add(number);
        }

        return numbers;
    }

    private static bool IsProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private void Next(ref Utf8JsonReader reader, JsonTokenType type, string expected)
    {
        if (!reader.Read() || reader.TokenType != type)
        {
            throw Failure(reader.TokenStartIndex, expected, $"a JSON {reader.TokenType}");
        }
    }

    private void RequireWhole(long dataLength)
    {
        TensorEntry[] entries = [.. Tensors.Values];
        Array.Sort(entries, (a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        long at = 0;
        foreach (TensorEntry entry in entries)
        {
            if (entry.Begin != at)
            {
                string found =
                    entry.Begin < at ? $"{QuotedText.Of(entry.Name)} over another tensor from {entry.Begin}" : $"a gap up to {entry.Begin}";
                throw new WeightFormatException(file, DataOffset + at, "a tensor right behind the one before", found, Damaged);
            }

            at = entry.End;
        }

        if (at != dataLength)
        {
            throw new WeightFormatException(file, DataOffset + at, $"{at} bytes of data", $"{dataLength}", Damaged);
        }
    }

    private WeightFormatException Failure(long at, string expected, string found) => new(file, LengthBytes + at, expected, found, Damaged);
}
