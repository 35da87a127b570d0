using System.Runtime.InteropServices;

namespace Lilt.Native;

/// <summary>Objects that the caller holds by a number, until it gives them back with <c>lilt_free</c>.</summary>
internal static class Handle
{
    /// <summary>A number for an object.</summary>
    public static nint Of(object held) => GCHandle.ToIntPtr(GCHandle.Alloc(held));

    /// <summary>The object of a number.</summary>
    /// <exception cref="InputException">It is of another kind.</exception>
    public static T Get<T>(nint handle)
        where T : class =>
        handle != 0 && GCHandle.FromIntPtr(handle).Target is T held
            ? held
            : throw new InputException($"a {typeof(T).Name} was to be given, and something else was.");

    /// <summary>Lets an object go.</summary>
    public static void Free(nint handle)
    {
        GCHandle of = GCHandle.FromIntPtr(handle);
        (of.Target as IDisposable)?.Dispose();
        of.Free();
    }
}
