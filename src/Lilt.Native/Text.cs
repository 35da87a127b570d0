using System.Runtime.InteropServices;
using System.Text;

namespace Lilt.Native;

/// <summary>Texts that cross over: UTF-8 with a zero behind it.</summary>
internal static unsafe class Text
{
    /// <summary>What the caller gave; null for a null pointer.</summary>
    public static string? Of(byte* text) => Marshal.PtrToStringUTF8((nint)text);

    /// <summary>What the caller gave, which must be there.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public static string Needed(byte* text, string name) => Of(text) ?? throw new InputException($"{name} is missing.");

    /// <summary>A copy for the caller, who gives it back with <c>lilt_text_free</c>.</summary>
    public static nint Given(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        byte* copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        copy[length] = 0;
        return (nint)copy;
    }
}
