using Lilt.Generation;
using Lilt.Network;

namespace Lilt.Studies.Control;

/// <summary>Adds each slot's h to the <see cref="HiddenMoments"/> of its request.</summary>
internal readonly struct HiddenProbe(Dictionary<int, HiddenMoments> slots) : ITuneProbe
{
    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request) => slots[slot] = (HiddenMoments)request.Tag!;

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        if (site.Kind == SiteKind.Hidden && step >= 0)
        {
            slots[slot].Add(site.Layer, values);
        }

        return false;
    }

    public void End(int slot, GeneratedTune tune) { }
}
