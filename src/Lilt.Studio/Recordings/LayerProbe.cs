using System.Buffers;
using System.Collections.Concurrent;
using Lilt.Generation;
using Lilt.Network;

namespace Lilt.Studio.Recordings;

/// <summary>
/// Keeps one site of every tune of its batch, [T, H] or [T, V]; what is whole waits, by the tune's request, for the one who reads the
/// tunes.
/// </summary>
internal readonly struct LayerProbe(Site wanted, ConcurrentDictionary<TuneRequest, float[]> whole) : ITuneProbe
{
    private readonly Dictionary<int, (TuneRequest Request, ArrayBufferWriter<float> Values)> slots = [];

    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request) => slots[slot] = (request, new ArrayBufferWriter<float>());

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        if (site == wanted && step >= 0)
        {
            slots[slot].Values.Write(values);
        }

        return false;
    }

    public void End(int slot, GeneratedTune tune)
    {
        (TuneRequest request, ArrayBufferWriter<float> values) = slots[slot];
        whole[request] = values.WrittenSpan.ToArray();
        slots.Remove(slot);
    }
}
