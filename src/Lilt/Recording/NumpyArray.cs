using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Lilt.Recording;

/// <summary>One array in NumPy's .npy format, version 1.0: little-endian float32 or int32 in C order.</summary>
/// <remarks>Source: NumPy's documentation, numpy.lib.format.</remarks>
internal static partial class NumpyArray
{
    public const string Float32 = "<f4";
    public const string Int32 = "<i4";

    private const int Preamble = 10;
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes an array of 4-byte values.</summary>
    public static void Write<T>(Stream stream, string type, ReadOnlySpan<int> shape, ReadOnlySpan<T> values)
        where T : unmanaged
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{{'descr': '{type}', 'fortran_order': False, 'shape': (");
        foreach (int length in shape)
        {
            text.Append(CultureInfo.InvariantCulture, $"{length}, ");
        }

        text.Append("), }");
        int whole = (Preamble + text.Length + 1 + Alignment - 1) / Alignment * Alignment;
        byte[] header = new byte[whole];
        header.AsSpan().Fill((byte)' ');
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(Magic.Length), (ushort)(whole - Preamble));
        Encoding.ASCII.GetBytes(text.ToString().Replace(", )", ",)", StringComparison.Ordinal), header.AsSpan(Preamble));
        header[^1] = (byte)'\n';
        stream.Write(header);
        if (!BitConverter.IsLittleEndian)
        {
            throw new PlatformNotSupportedException("Recordings are written on little-endian machines.");
        }

        stream.Write(MemoryMarshal.AsBytes(values));
    }

    /// <summary>Reads an array that must have a type and a shape.</summary>
    /// <param name="stream">The member's bytes.</param>
    /// <param name="length">How many bytes they are.</param>
    /// <param name="type">The type it must have.</param>
    /// <param name="shape">The shape it must have; −1 for a length that is not known before.</param>
    /// <param name="file">For the error.</param>
    /// <param name="entry">For the error.</param>
    public static T[] Read<T>(Stream stream, long length, string type, ReadOnlySpan<int> shape, string file, string entry)
        where T : unmanaged
    {
        byte[] preamble = new byte[Preamble];
        if (stream.ReadAtLeast(preamble, Preamble, throwOnEndOfStream: false) < Preamble || !preamble.AsSpan().StartsWith(Magic))
        {
            throw new RecordingFormatException(file, $"{entry}, byte 0", "an .npy array of version 1.0", "something else");
        }

        byte[] header = new byte[BinaryPrimitives.ReadUInt16LittleEndian(preamble.AsSpan(Magic.Length))];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            throw new RecordingFormatException(file, $"{entry}, byte {Preamble}", $"a header of {header.Length} bytes", "the member's end");
        }

        string text = Encoding.ASCII.GetString(header);
        Match match = HeaderPattern().Match(text);
        string where = $"{entry}, byte {Preamble}";
        if (!match.Success || match.Groups["type"].Value != type)
        {
            throw new RecordingFormatException(file, where, $"a header of type '{type}' in C order", $"\"{text.Trim()}\"");
        }

        string[] found = match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool fits = found.Length == shape.Length;
        long count = 1;
        for (int axis = 0; fits && axis < found.Length; axis++)
        {
            fits = int.TryParse(found[axis], NumberStyles.None, CultureInfo.InvariantCulture, out int size) && (shape[axis] < 0 || shape[axis] == size);
            count *= fits ? size : 1;
            fits &= count <= Array.MaxLength / sizeof(int);
        }

        if (!fits)
        {
            throw new RecordingFormatException(file, where, $"the shape ({string.Join(", ", shape.ToArray()).Replace("-1", "T", StringComparison.Ordinal)})", $"({string.Join(", ", found)})");
        }

        if (length != Preamble + header.Length + (count * sizeof(int)))
        {
            throw new RecordingFormatException(file, entry, $"{Preamble + header.Length + (count * sizeof(int))} bytes", $"{length}");
        }

        T[] values = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    [GeneratedRegex(@"^\{'descr': '(?<type>[^']*)', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\), *\}\s*$")]
    private static partial Regex HeaderPattern();
}
