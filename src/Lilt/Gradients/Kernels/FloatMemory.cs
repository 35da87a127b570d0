using System.Runtime.InteropServices;

namespace Lilt.Gradients.Kernels;

/// <summary>Native floats, zeroed, aligned to a cache line: nothing moves them and their size is what it says.</summary>
internal sealed unsafe class FloatMemory : IDisposable
{
    private const nuint CacheLine = 64;

    /// <param name="length">Floats, at least 1.</param>
    public FloatMemory(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Length = length;
        nuint bytes = (nuint)length * sizeof(float);
        Start = (float*)NativeMemory.AlignedAlloc(bytes, CacheLine);
        Clear();
        GC.AddMemoryPressure((long)bytes);
    }

    ~FloatMemory() => Release();

    /// <summary>Floats held.</summary>
    public long Length { get; }

    /// <summary>The first float.</summary>
    public float* Start { get; private set; }

    /// <summary>A part of it, for managed code.</summary>
    public Span<float> Part(long start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Length);
        return new Span<float>(Start + start, length);
    }

    /// <summary>Sets all to zero.</summary>
    public void Clear() => NativeMemory.Clear(Start, (nuint)Length * sizeof(float));

    /// <summary>Takes the values of another of the same length.</summary>
    public void CopyFrom(FloatMemory other)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(other.Length, Length);
        NativeMemory.Copy(other.Start, Start, (nuint)Length * sizeof(float));
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (Start != null)
        {
            NativeMemory.AlignedFree(Start);
            Start = null;
            GC.RemoveMemoryPressure(Length * sizeof(float));
        }
    }
}
