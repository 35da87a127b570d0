using System.Runtime.InteropServices;
using Lilt.Generation;
using Lilt.Network;

namespace Lilt.Fingerprint;

/// <summary>
/// A probe that keeps the bits of every site of each tune, as they come: two files of them are equal where every number is.
/// </summary>
internal readonly struct SiteBits(IDictionary<int, byte[]> kept) : ITuneProbe
{
    private readonly Dictionary<int, MemoryStream> running = [];

    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request) => running[slot] = new MemoryStream();

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        running[slot].Write(MemoryMarshal.AsBytes(values));
        return false;
    }

    public void End(int slot, GeneratedTune tune)
    {
        lock (kept)
        {
            kept[tune.Index] = running[slot].ToArray();
        }
    }
}
