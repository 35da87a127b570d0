using Lilt.Network;

namespace Lilt.Studies.Control;

/// <summary>Cuts, in each slot, the units of a network of its own; all slots read the same token.</summary>
/// <param name="layer">The layer that is cut, from 1.</param>
/// <param name="networks">One a slot.</param>
internal struct CutProbe(int layer, ReadOnlyMemory<CutNetwork> networks) : IStepProbe
{
    private readonly Site site = Site.H(layer);

    public static bool Watches => true;

    /// <summary>Whether the step under way reads a measure token.</summary>
    public bool ReadsMeasure { get; set; }

    public readonly bool Visit(int slot, int step, Site site, Span<float> values)
    {
        if (site != this.site || !networks.Span[slot].IsCutAt(ReadsMeasure))
        {
            return false;
        }

        foreach (int unit in networks.Span[slot].Units)
        {
            values[unit] = 0f;
        }

        return true;
    }
}
