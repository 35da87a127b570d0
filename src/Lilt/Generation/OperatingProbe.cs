using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Generation;

/// <summary>Applies each tune's plan, then shows the values, as they are after it, to another probe.</summary>
/// <typeparam name="TInner">The probe that sees what really happened.</typeparam>
/// <param name="inner">The probe.</param>
/// <param name="runs">The plan at work in each slot; empty at first.</param>
internal readonly struct OperatingProbe<TInner>(TInner inner, List<PlanRun?> runs) : ITuneProbe
    where TInner : struct, ITuneProbe
{
    private readonly TInner inner = inner;

    public static bool Watches => true;

    public static bool ActsBetween => true;

    public void Begin(int slot, TuneRequest request)
    {
        while (runs.Count <= slot)
        {
            runs.Add(null);
        }

        runs[slot] = request.Plan?.Begin(request.Index, request.Prime.Count);
        inner.Begin(slot, request);
    }

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        bool changed = runs[slot]?.Apply(step, site, values) ?? false;
        return (TInner.Watches && inner.Visit(slot, step, site, values)) | changed;
    }

    public void Between(int slot, int step, SlotMemory memory)
    {
        runs[slot]?.Between(step, memory);
        if (TInner.ActsBetween)
        {
            inner.Between(slot, step, memory);
        }
    }

    public void End(int slot, GeneratedTune tune) => inner.End(slot, tune);
}
