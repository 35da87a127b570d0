using System.Text;
using System.Text.Unicode;

namespace Lilt.WeightFiles.Pickles;

/// <summary>
/// A byte string or a Unicode string of a pickle, as its bytes; what is made of it is made once, however often it is named.
/// </summary>
internal sealed class PickleText
{
    private string? text;
    private byte[]? latin1;

    /// <param name="bytes">The bytes: UTF-8 where <paramref name="isUnicode"/>.</param>
    /// <param name="isUnicode">Whether it is a Unicode string.</param>
    public PickleText(byte[] bytes, bool isUnicode)
    {
        Bytes = bytes;
        IsUnicode = isUnicode;
    }

    public byte[] Bytes { get; }

    public bool IsUnicode { get; }

    /// <summary>The text: UTF-8, or Latin-1 where a byte string is not UTF-8.</summary>
    public override string ToString() => text ??= (Utf8.IsValid(Bytes) ? Encoding.UTF8 : Encoding.Latin1).GetString(Bytes);

    /// <summary>The bytes of which a Unicode string is the Latin-1 reading: how Python 3 writes bytes in protocol 2.</summary>
    /// <returns>Null if a letter is above U+00FF.</returns>
    public byte[]? ToLatin1()
    {
        if (latin1 is not null)
        {
            return latin1;
        }

        byte[] encoded = new byte[Encoding.UTF8.GetCharCount(Bytes)];
        int count = 0;
        for (int k = 0; k < Bytes.Length; k++)
        {
            int value = Bytes[k];
            if (value >= 0x80)
            {
                // Valid UTF-8: C2 or C3 leads U+0080 to U+00FF, anything else leads a letter above them.
                if (value > 0xC3)
                {
                    return null;
                }

                value = ((value & 0x1F) << 6) | (Bytes[++k] & 0x3F);
            }

            encoded[count++] = (byte)value;
        }

        return latin1 = encoded;
    }
}
