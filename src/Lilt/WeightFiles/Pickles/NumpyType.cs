using System.Buffers.Binary;

namespace Lilt.WeightFiles.Pickles;

/// <summary>NumPy's type of an array's elements: float32, float64, and the whole numbers and truth values of metadata.</summary>
internal sealed class NumpyType
{
    private NumpyType(char kind, int size)
    {
        Kind = kind;
        Size = size;
    }

    /// <summary>f, i, u or b.</summary>
    public char Kind { get; }

    /// <summary>Bytes of an element.</summary>
    public int Size { get; }

    public bool IsBigEndian { get; private set; }

    /// <summary>Whether BUILD has told the byte order.</summary>
    public bool IsDescribed { get; private set; }

    /// <summary>The type that NumPy calls by a name such as "f4" or "&lt;f8".</summary>
    /// <returns>Null for any other type.</returns>
    public static NumpyType? Named(string name)
    {
        bool ordered = name.Length == 3 && name[0] is '<' or '>' or '|' or '=';
        NumpyType? type = (ordered ? name[1..] : name) switch
        {
            "f4" => new('f', 4),
            "f8" => new('f', 8),
            "i1" => new('i', 1),
            "i2" => new('i', 2),
            "i4" => new('i', 4),
            "i8" => new('i', 8),
            "u1" => new('u', 1),
            "u2" => new('u', 2),
            "u4" => new('u', 4),
            "u8" => new('u', 8),
            "b1" => new('b', 1),
            _ => null,
        };
        if (type is not null && ordered)
        {
            type.IsBigEndian = name[0] == '>';
        }

        return type;
    }

    /// <summary>Takes the byte order that BUILD gives.</summary>
    /// <returns>False if it is none.</returns>
    public bool Describe(string order)
    {
        if (order is not ("<" or ">" or "|" or "="))
        {
            return false;
        }

        IsBigEndian = order == ">";
        IsDescribed = true;
        return true;
    }

    /// <summary>One element: a double, a long or a bool.</summary>
    /// <param name="bytes">As many bytes as the type has.</param>
    public object Element(ReadOnlySpan<byte> bytes)
    {
        if (Kind == 'f')
        {
            return Number(bytes);
        }

        if (Kind == 'b')
        {
            return bytes[0] != 0;
        }

        ulong bits = 0;
        for (int k = 0; k < Size; k++)
        {
            bits = (bits << 8) | bytes[IsBigEndian ? k : Size - 1 - k];
        }

        int unused = 64 - (8 * Size);
        return Kind == 'i' ? (long)(bits << unused) >> unused : unchecked((long)bits);
    }

    /// <summary>One element of a floating type.</summary>
    public double Number(ReadOnlySpan<byte> bytes) =>
        (Size, IsBigEndian) switch
        {
            (4, false) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
            (4, true) => BinaryPrimitives.ReadSingleBigEndian(bytes),
            (_, false) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            _ => BinaryPrimitives.ReadDoubleBigEndian(bytes),
        };

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{(IsBigEndian ? ">" : "<")}{Kind}{Size}");
}
