using System.Runtime.InteropServices;
using Lilt.Files;

namespace Lilt.Recording;

/// <summary>
/// Arrays to and from files that NumPy's <c>save</c> and <c>load</c> know, <c>.npy</c>: little-endian, in C order, format version 1.0.
/// </summary>
/// <remarks>A file is written beside its place and put there when it is whole.</remarks>
public static class NumpyFile
{
    /// <summary>Writes float32.</summary>
    /// <param name="path">Where; an older file is replaced.</param>
    /// <param name="values">The values, the last axis running fastest.</param>
    /// <param name="shape">The lengths of the axes, whose product is the number of values; none for one axis.</param>
    /// <exception cref="ArgumentException">The shape is not that of the values.</exception>
    public static void Write(string path, ReadOnlySpan<float> values, params ReadOnlySpan<int> shape) =>
        Write(path, NumpyArray.Float32, values, shape);

    /// <summary>Writes float64, shaped as above.</summary>
    /// <exception cref="ArgumentException">The shape is not that of the values.</exception>
    public static void Write(string path, ReadOnlySpan<double> values, params ReadOnlySpan<int> shape) =>
        Write(path, NumpyArray.Float64, values, shape);

    /// <summary>Writes int32, shaped as above.</summary>
    /// <exception cref="ArgumentException">The shape is not that of the values.</exception>
    public static void Write(string path, ReadOnlySpan<int> values, params ReadOnlySpan<int> shape) =>
        Write(path, NumpyArray.Int32, values, shape);

    /// <summary>Writes float64, [rows, columns].</summary>
    public static void Write(string path, double[,] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        ReadOnlySpan<double> all = values.Length == 0 ? [] : MemoryMarshal.CreateReadOnlySpan(ref values[0, 0], values.Length);
        Write(path, all, values.GetLength(0), values.GetLength(1));
    }

    /// <summary>Writes what a site held, float32, [T, W].</summary>
    public static void Write(string path, SiteValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Write(path, values.ToArray(), values.Steps, values.Width);
    }

    /// <summary>Reads float32.</summary>
    /// <param name="path">A file that <see cref="Write(string, ReadOnlySpan{float}, ReadOnlySpan{int})"/> or <c>numpy.save</c>
    /// made.</param>
    /// <param name="shape">The lengths of its axes.</param>
    /// <returns>The values, the last axis running fastest.</returns>
    /// <exception cref="RecordingFormatException">It is no such file; of another type or order it says how to convert it.</exception>
    public static float[] Read(string path, out int[] shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream stream = GivenFile.Open(path);
        return NumpyArray.ReadFloats(stream, path, out shape);
    }

    private static void Write<T>(string path, string type, ReadOnlySpan<T> values, ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        int[] axes = shape.IsEmpty ? [values.Length] : shape.ToArray();
        if (axes.Any(length => length < 0) || axes.Aggregate(1L, (product, length) => product * length) != values.Length)
        {
            throw new ArgumentException($"{values.Length} values have not the shape ({string.Join(", ", axes)}).", nameof(shape));
        }

        using ReplacedFile file = new(path);
        NumpyArray.Write(file.Stream, type, axes, values);
        file.Complete();
    }
}
