using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Lilt.Recording;

/// <summary>One array in NumPy's .npy format, version 1.0: little-endian float32, float64 or int32 in C order.</summary>
/// <remarks>Source: NumPy's documentation, numpy.lib.format.</remarks>
internal static partial class NumpyArray
{
    public const string Float32 = "<f4";
    public const string Float64 = "<f8";
    public const string Int32 = "<i4";

    private const int Preamble = 10;
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes an array.</summary>
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
        return Read<T>(stream, length, type, file, entry, RecordingFormatException.RecordAgain, shape.Length, shape, out _);
    }

    /// <summary>Reads a file of one array of float32, whatever its shape.</summary>
    public static float[] ReadFloats(Stream stream, string file, out int[] shape) =>
        Read<float>(
            stream,
            stream.Length,
            Float32,
            file,
            "",
            "Save it in Python with numpy.save(file, numpy.ascontiguousarray(a, numpy.float32)).",
            -1,
            [],
            out shape
        );

    private static T[] Read<T>(
        Stream stream,
        long length,
        string type,
        string file,
        string entry,
        string remedy,
        int axes,
        ReadOnlySpan<int> shape,
        out int[] found
    )
        where T : unmanaged
    {
        RecordingFormatException Fault(string where, string expected, string what) =>
            new(file, entry.Length > 0 && where.Length > 0 ? $"{entry}, {where}" : entry + where, expected, what, remedy: remedy);

        byte[] preamble = new byte[Preamble];
        if (stream.ReadAtLeast(preamble, Preamble, throwOnEndOfStream: false) < Preamble || !preamble.AsSpan().StartsWith(Magic))
        {
            throw Fault("byte 0", "an .npy array of version 1.0", "something else");
        }

        string where = $"byte {Preamble}";
        byte[] header = new byte[BinaryPrimitives.ReadUInt16LittleEndian(preamble.AsSpan(Magic.Length))];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
        {
            throw Fault(where, $"a header of {header.Length} bytes", "the member's end");
        }

        string text = Encoding.ASCII.GetString(header);
        Match match = HeaderPattern().Match(text);
        if (!match.Success || match.Groups["type"].Value != type)
        {
            throw Fault(where, $"a header of type '{type}' in C order", $"\"{text.Trim()}\"");
        }

        string[] lengths = match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool fits = axes < 0 || lengths.Length == axes;
        found = new int[lengths.Length];
        long count = 1;
        for (int axis = 0; fits && axis < lengths.Length; axis++)
        {
            fits =
                int.TryParse(lengths[axis], NumberStyles.None, CultureInfo.InvariantCulture, out found[axis])
                && (axes < 0 || shape[axis] < 0 || shape[axis] == found[axis]);
            count *= fits ? found[axis] : 1;
            fits &= count <= Array.MaxLength / sizeof(int);
        }

        if (!fits)
        {
            string expected =
                axes < 0
                    ? "a shape of fewer values"
                    : $"the shape ({string.Join(", ", shape.ToArray()).Replace("-1", "T", StringComparison.Ordinal)})";
            throw Fault(where, expected, $"({string.Join(", ", lengths)})");
        }

        long whole = Preamble + header.Length + (count * Unsafe.SizeOf<T>());
        if (length != whole)
        {
            throw Fault("", $"{whole} bytes", $"{length}");
        }

        T[] values = new T[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    [GeneratedRegex(@"^\{'descr': '(?<type>[^']*)', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\), *\}\s*$")]
    private static partial Regex HeaderPattern();
}
