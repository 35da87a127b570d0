using System.Runtime.InteropServices;

namespace Lilt.Native;

/// <summary>Numbers that the caller reads where they lie: held at their place until they are given back.</summary>
internal sealed class PinnedArray : IDisposable
{
    private GCHandle pin;

    private PinnedArray(Array values)
    {
        pin = GCHandle.Alloc(values, GCHandleType.Pinned);
        Length = values.Length;
    }

    /// <summary>Where the first lies.</summary>
    public nint Address => pin.AddrOfPinnedObject();

    /// <summary>How many there are.</summary>
    public long Length { get; }

    /// <summary>An array, not copied.</summary>
    public static PinnedArray Of<T>(T[] values)
        where T : unmanaged => new(values);

    /// <summary>The array may move or go.</summary>
    public void Dispose()
    {
        if (pin.IsAllocated)
        {
            pin.Free();
        }
    }
}
