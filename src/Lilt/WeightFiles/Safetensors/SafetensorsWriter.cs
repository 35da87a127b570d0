using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Network;

namespace Lilt.WeightFiles.Safetensors;

/// <summary>Writes a model as safetensors under Lilt's names: the same model, the same bytes.</summary>
internal static class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int ChunkElements = 16384;

    // Tokens such as <s> stay readable; the file is no web page.
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes header and data.</summary>
    /// <exception cref="WeightRangeException">A weight is not finite, or beyond what the precision holds.</exception>
    public static void Write(Model model, Stream stream, WeightPrecision precision)
    {
        RequireFinite(model, precision);
        byte[] header = Header(model, precision);
        Span<byte> length = stackalloc byte[SafetensorsHeader.LengthBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header);
        byte[] chunk = new byte[ChunkElements * sizeof(float)];
        foreach (ReadOnlyMemory<float> values in model.Weights.InOrder())
        {
            for (int from = 0; from < values.Length; from += ChunkElements)
            {
                ReadOnlySpan<float> part = values.Span.Slice(from, Math.Min(ChunkElements, values.Length - from));
                stream.Write(chunk.AsSpan(0, Encode(part, precision, chunk)));
            }
        }
    }

    private static void RequireFinite(Model model, WeightPrecision precision)
    {
        foreach ((string name, _, ReadOnlyMemory<float> parameter) in LiltLayout.Parameters(model.Weights))
        {
            ReadOnlySpan<float> values = parameter.Span;
            for (int k = 0; k < values.Length; k++)
            {
                if (!float.IsFinite(precision == WeightPrecision.Half ? (float)(Half)values[k] : values[k]))
                {
                    throw new WeightRangeException(
                        FormattableString.Invariant($"{name} holds {values[k]} at index {k}, which is no finite {precision} value.")
                    );
                }
            }
        }
    }

    private static byte[] Header(Model model, WeightPrecision precision)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = Readable }))
        {
            json.WriteStartObject();
            WriteMetadata(json, model);
            long begin = 0;
            foreach ((string name, int[] shape, ReadOnlyMemory<float> values) in LiltLayout.Parameters(model.Weights))
            {
                long end = begin + ((long)values.Length * (precision == WeightPrecision.Half ? 2 : sizeof(float)));
                json.WriteStartObject(name);
                json.WriteString("dtype", precision == WeightPrecision.Half ? "F16" : "F32");
                WriteNumbers(json, "shape", shape);
                WriteNumbers(json, "data_offsets", [begin, end]);
                json.WriteEndObject();
                begin = end;
            }

            json.WriteEndObject();
        }

        int padding = (Alignment - (buffer.WrittenCount % Alignment)) % Alignment;
        buffer.Write("        "u8[..padding]);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Model model)
    {
        json.WriteStartObject("__metadata__");
        if (model.Provenance.Name.Length > 0)
        {
            json.WriteString(LiltLayout.NameKey, model.Provenance.Name);
        }

        json.WriteString(LiltLayout.VocabularyKey, JsonList(model.Vocabulary.Texts));
        foreach ((string key, string value) in model.Provenance.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            json.WriteString(LiltLayout.FactPrefix + key, value);
        }

        json.WriteEndObject();
    }

    private static string JsonList(IReadOnlyList<string> texts)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = Readable }))
        {
            json.WriteStartArray();
            foreach (string text in texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNumbers<T>(Utf8JsonWriter json, string name, T[] numbers)
        where T : System.Numerics.IBinaryInteger<T>
    {
        json.WriteStartArray(name);
        foreach (T number in numbers)
        {
            json.WriteNumberValue(long.CreateChecked(number));
        }

        json.WriteEndArray();
    }

    private static int Encode(ReadOnlySpan<float> values, WeightPrecision precision, Span<byte> destination)
    {
        int size = precision == WeightPrecision.Half ? 2 : sizeof(float);
        for (int k = 0; k < values.Length; k++)
        {
            Span<byte> element = destination.Slice(k * size, size);
            if (precision == WeightPrecision.Half)
            {
                BinaryPrimitives.WriteHalfLittleEndian(element, (Half)values[k]);
            }
            else
            {
                BinaryPrimitives.WriteSingleLittleEndian(element, values[k]);
            }
        }

        return values.Length * size;
    }
}
