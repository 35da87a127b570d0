using System.Text;

namespace Lilt.Benchmarks;

/// <summary>A message in the wire format of protocol buffers, written field by field; as much of it as an ONNX file needs.</summary>
/// <remarks>Source: Protocol Buffers, Encoding, protobuf.dev/programming-guides/encoding.</remarks>
internal sealed class ProtoMessage
{
    private const int VarintWire = 0;
    private const int BytesWire = 2;
    private readonly List<byte> bytes = [];

    /// <summary>The message as it stands.</summary>
    public byte[] ToArray() => [.. bytes];

    /// <summary>A whole number, not negative.</summary>
    public ProtoMessage Number(int field, long value)
    {
        Varint((field << 3) | VarintWire);
        Varint(value);
        return this;
    }

    /// <summary>A text.</summary>
    public ProtoMessage Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>A message within.</summary>
    public ProtoMessage Message(int field, ProtoMessage value) => Bytes(field, value.ToArray());

    /// <summary>Bytes as they are.</summary>
    public ProtoMessage Bytes(int field, ReadOnlySpan<byte> value)
    {
        Varint((field << 3) | BytesWire);
        Varint(value.Length);
        bytes.AddRange(value);
        return this;
    }

    private void Varint(long value)
    {
        for (; value > 0x7F; value >>= 7)
        {
            bytes.Add((byte)(value | 0x80));
        }

        bytes.Add((byte)value);
    }
}
