using System.Buffers.Binary;
using System.Text;

namespace Lilt.Robustness.Damaged;

/// <summary>One damage to a file, the same whenever it is done again.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="At">Where: taken modulo the file's length.</param>
/// <param name="Span">How many bytes it concerns.</param>
/// <param name="Value">What is put there: a byte, or a place in a list.</param>
internal readonly record struct Hurt(HurtKind Kind, int At, int Span, int Value)
{
    // What lengths, offsets and counts are read wrongly at, if they are.
    private static readonly ulong[] Words =
    [
        0,
        1,
        0x7f,
        0x80,
        0xff,
        0x100,
        0x7fff,
        0xffff,
        0x7fffffff,
        0x80000000,
        0xfffffffc,
        0xffffffff,
        0x100000000,
        0x7fffffffffffffff,
        0xffffffffffffffff,
    ];

    private static readonly string[] Numbers =
    [
        "0",
        "-1",
        "1",
        "00",
        "255",
        "65536",
        "2147483647",
        "2147483648",
        "-2147483649",
        "4294967296",
        "9223372036854775807",
        "18446744073709551616",
        "1e308",
        "1e999",
        "-1e-320",
        "0.1",
        "NaN",
        "Infinity",
        "1/0",
    ];

    /// <summary>Does it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="words">What files of the kind are made of: opcodes, signs, names.</param>
    /// <param name="other">Another file of the kind, for what comes from elsewhere.</param>
    /// <returns>The damaged file; the one given is left as it was.</returns>
    public byte[] Do(byte[] file, IReadOnlyList<string> words, byte[] other)
    {
        List<byte> bytes = [.. file];
        if (bytes.Count == 0)
        {
            return file;
        }

        int at = At % bytes.Count;
        int span = Math.Min(1 + Span, bytes.Count - at);
        switch (Kind)
        {
            case HurtKind.Set:
                bytes[at] = (byte)Value;
                break;
            case HurtKind.Flip:
                bytes[at] ^= (byte)(1 << (Value & 7));
                break;
            case HurtKind.Remove:
                bytes.RemoveRange(at, span);
                break;
            case HurtKind.Repeat:
                bytes.InsertRange(at, bytes.GetRange(at, span));
                break;
            case HurtKind.Move:
                List<byte> moved = bytes.GetRange(at, span);
                bytes.RemoveRange(at, span);
                bytes.InsertRange(Value % (bytes.Count + 1), moved);
                break;
            case HurtKind.Word:
                Span<byte> word = stackalloc byte[8];
                BinaryPrimitives.WriteUInt64LittleEndian(word, Words[Value % Words.Length]);
                for (int n = 0; n < (Span % 2 == 0 ? 4 : 8) && at + n < bytes.Count; n++)
                {
                    bytes[at + n] = word[n];
                }

                break;
            case HurtKind.Number:
                Renumber(bytes, at, Numbers[Value % Numbers.Length]);
                break;
            case HurtKind.Insert:
                bytes.InsertRange(at, Encoding.Latin1.GetBytes(words[Value % words.Count]));
                break;
            case HurtKind.Replace:
                bytes.RemoveRange(at, Math.Min(span, 4));
                bytes.InsertRange(at, Encoding.Latin1.GetBytes(words[Value % words.Count]));
                break;
            case HurtKind.Cut:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case HurtKind.Splice:
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(other.AsSpan(Value % (other.Length + 1)));
                break;
            default:
                throw new InvalidOperationException($"There is no damage {Kind}.");
        }

        return [.. bytes];
    }

    // The next digits behind a place, all of them, become another number.
    private static void Renumber(List<byte> bytes, int at, string number)
    {
        int from = bytes.FindIndex(at, value => char.IsAsciiDigit((char)value));
        if (from < 0)
        {
            return;
        }

        int to = from;
        while (to < bytes.Count && char.IsAsciiDigit((char)bytes[to]))
        {
            to++;
        }

        bytes.RemoveRange(from, to - from);
        bytes.InsertRange(from, Encoding.Latin1.GetBytes(number));
    }
}
