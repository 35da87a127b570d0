using Lilt.Network;

namespace Lilt.Generation;

/// <summary>The probe of a run that only writes tunes.</summary>
internal readonly struct NoTuneProbe : ITuneProbe
{
    public static bool Watches => false;

    public bool Visit(int slot, int step, Site site, Span<float> values) => false;

    public void Begin(int slot, TuneRequest request) { }

    public void End(int slot, GeneratedTune tune) { }
}
