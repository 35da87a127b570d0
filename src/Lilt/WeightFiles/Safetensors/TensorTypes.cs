using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lilt.WeightFiles.Safetensors;

/// <summary>The sizes of <see cref="TensorType"/> and their reading as float32.</summary>
internal static class TensorTypes
{
    /// <summary>Bytes of an element.</summary>
    public static int Size(TensorType type) =>
        type switch
        {
            TensorType.F32 => 4,
            TensorType.F64 => 8,
            _ => 2,
        };

    /// <summary>Reads little-endian numbers; a double is rounded to the nearest float, the others are exact.</summary>
    public static void Convert(TensorType type, ReadOnlySpan<byte> bytes, Span<float> destination)
    {
        if (type == TensorType.F32 && BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(destination));
            return;
        }

        int size = Size(type);
        for (int k = 0; k < destination.Length; k++)
        {
            ReadOnlySpan<byte> element = bytes.Slice(k * size, size);
            destination[k] = type switch
            {
                TensorType.F32 => BinaryPrimitives.ReadSingleLittleEndian(element),
                TensorType.F64 => (float)BinaryPrimitives.ReadDoubleLittleEndian(element),
                TensorType.F16 => (float)BinaryPrimitives.ReadHalfLittleEndian(element),
                _ => BitConverter.UInt32BitsToSingle((uint)BinaryPrimitives.ReadUInt16LittleEndian(element) << 16),
            };
        }
    }
}
