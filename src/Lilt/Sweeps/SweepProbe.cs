using Lilt.Generation;
using Lilt.Network;

namespace Lilt.Sweeps;

/// <summary>Shows each slot's steps to a <see cref="StepValue"/> and puts a whole tune's sum in its place.</summary>
internal readonly struct SweepProbe(StepValue value, double[,] sums) : ITuneProbe
{
    private readonly Dictionary<int, SweptTune> slots = [];

    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request)
    {
        slots[slot] = (SweptTune)request.Tag!;
        slots[slot].Begin(request.Prime);
    }

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        SweptTune tune = slots[slot];
        if (step >= 0)
        {
            tune.Keep(site, values);
        }

        if (site.Kind == SiteKind.Posterior)
        {
            tune.Add(step, values, value);
        }

        return false;
    }

    public void End(int slot, GeneratedTune tune) => sums[slots[slot].Plan, slots[slot].Tune] = slots[slot].Sum;
}
