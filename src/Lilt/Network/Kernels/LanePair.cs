namespace Lilt.Network.Kernels;

/// <summary>Two vectors that go through the same operations side by side.</summary>
internal readonly struct LanePair<TVector>(TVector first, TVector second)
    where TVector : struct
{
    public readonly TVector First = first;
    public readonly TVector Second = second;
}
