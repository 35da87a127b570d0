using System.Runtime.InteropServices;

namespace Lilt.WeightFiles.Pickles;

/// <summary>A NumPy array of a pickle: its bytes as they stand, and how to read them.</summary>
internal sealed class NumpyArray
{
    private byte[] bytes = [];
    private bool isFortran;

    /// <summary>Where in the pickle it was filled.</summary>
    public long Offset { get; private set; }

    /// <summary>The lengths of its axes; none for a single number.</summary>
    public IReadOnlyList<int> Shape { get; private set; } = [];

    /// <summary>Null until it is filled.</summary>
    public NumpyType? Type { get; private set; }

    /// <summary>The number of its elements.</summary>
    public int Length { get; private set; }

    /// <summary>Fills the array.</summary>
    /// <param name="shape">The lengths of its axes, from 0.</param>
    /// <param name="type">Its elements.</param>
    /// <param name="isFortran">Whether the first axis runs fastest.</param>
    /// <param name="bytes">The elements.</param>
    /// <param name="offset">Where in the pickle.</param>
    /// <returns>False if the bytes are not as many as the shape says.</returns>
    public bool Fill(IReadOnlyList<int> shape, NumpyType type, bool isFortran, byte[] bytes, long offset)
    {
        long length = type.Size;
        foreach (int axis in shape)
        {
            length *= axis;
            if (length > bytes.Length)
            {
                return false;
            }
        }

        if (length != bytes.Length)
        {
            return false;
        }

        Shape = shape;
        Type = type;
        Length = bytes.Length / type.Size;
        Offset = offset;
        this.isFortran = isFortran;
        this.bytes = bytes;
        return true;
    }

    /// <summary>One element, by its place in the bytes: a double, a long or a bool.</summary>
    public object ElementAt(int index) => Type!.Element(bytes.AsSpan(index * Type.Size, Type.Size));

    /// <summary>Copies a floating array of one or two axes, row by row; a double is rounded to the nearest float.</summary>
    /// <param name="destination">As long as the array.</param>
    public void CopyTo(Span<float> destination)
    {
        NumpyType type = Type!;
        if (isFortran && Shape.Count == 2)
        {
            CopyColumns(type, Shape[0], Shape[1], destination);
        }
        else if (type.Size == sizeof(float) && type.IsBigEndian != BitConverter.IsLittleEndian)
        {
            MemoryMarshal.Cast<byte, float>(bytes).CopyTo(destination);
        }
        else
        {
            for (int k = 0; k < destination.Length; k++)
            {
                destination[k] = (float)type.Number(bytes.AsSpan(k * type.Size));
            }
        }
    }

    private void CopyColumns(NumpyType type, int rows, int columns, Span<float> destination)
    {
        for (int row = 0; row < rows; row++)
        {
            Span<float> to = destination.Slice(row * columns, columns);
            for (int column = 0; column < columns; column++)
            {
                to[column] = (float)type.Number(bytes.AsSpan(((column * rows) + row) * type.Size));
            }
        }
    }
}
