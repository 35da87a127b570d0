using Lilt.Generation;
using Lilt.Network;

namespace Lilt.Studies.Control;

/// <summary>Shows each slot's posterior to the <see cref="OpenLoopTune"/> of its request; keeps nothing itself.</summary>
internal readonly struct OpenLoopProbe(Dictionary<int, OpenLoopTune> slots) : ITuneProbe
{
    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request) => slots[slot] = (OpenLoopTune)request.Tag!;

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        if (site.Kind == SiteKind.Posterior)
        {
            slots[slot].Read(step, values);
        }

        return false;
    }

    public void End(int slot, GeneratedTune tune)
    {
    }
}
