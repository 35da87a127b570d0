using System.Runtime.InteropServices;
using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Recording;

namespace Lilt.Native.Exports;

/// <summary>The library itself: its version, what it runs on, and what the caller gives back.</summary>
internal static unsafe class LibraryExports
{
    private const int Waiting = -1;
    private const int Ended = -2;

    [UnmanagedCallersOnly(EntryPoint = "lilt_version")]
    public static int Version(nint* result) => Call.For(result, () => Text.Given(LibraryVersion.Text));

    /// <summary>How many float32 lanes the kernels take at once: 1, 4, 8 or 16.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_lanes")]
    public static int Lanes() => LstmKernels.Best.Lanes;

    [UnmanagedCallersOnly(EntryPoint = "lilt_text_free")]
    public static void FreeText(byte* text) => NativeMemory.Free(text);

    [UnmanagedCallersOnly(EntryPoint = "lilt_free")]
    public static void Free(nint handle) => Handle.Free(handle);

    /// <summary>The next result of a job: 0, −1 where it goes on, −2 where there is none left, or what went wrong.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_next")]
    public static int Next(nint job, int milliseconds, nint* result)
    {
        bool? got = false;
        int status = Call.For(
            result,
            () =>
            {
                got = Handle.Get<Job>(job).TryNext(milliseconds, out object? next);
                return got == true ? Handle.Of(next!) : 0;
            }
        );
        return status != Call.Done || got == true ? status
            : got is null ? Waiting
            : Ended;
    }

    [UnmanagedCallersOnly(EntryPoint = "lilt_stop")]
    public static int Stop(nint job, nint* result) =>
        Call.For(
            result,
            () =>
            {
                Handle.Get<Job>(job).Stop();
                return 0;
            }
        );

    /// <summary>How far a job is, from 0 to 1, and what is being done.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_progress")]
    public static int Progress(nint job, double* share, nint* result) =>
        Call.For(
            result,
            () =>
            {
                (*share, string what) = Handle.Get<Job>(job).Progress;
                return Text.Given(what);
            }
        );

    /// <summary>The next thing that a job has to say; a null pointer where there is none.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_remark")]
    public static int Remark(nint job, nint* result) =>
        Call.For(result, () => Handle.Get<Job>(job).NextRemark() is { } remark ? Text.Given(remark) : 0);

    /// <summary>Where the numbers of an array lie, and how many there are.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_array")]
    public static int Array(nint array, long* length, nint* result) =>
        Call.For(
            result,
            () =>
            {
                PinnedArray held = Handle.Get<PinnedArray>(array);
                *length = held.Length;
                return held.Address;
            }
        );
}
