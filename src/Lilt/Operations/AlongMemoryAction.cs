using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>What several sites take on to the next step takes recorded values along directions of all of them together.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="directions">[K, n H], the sites' values one behind the other.</param>
/// <param name="sites">The n sites, c or h of layers, in that order.</param>
/// <param name="recorded">Their values, [T, H] each.</param>
/// <param name="steps">When, and which of the recording's steps.</param>
internal sealed class AlongMemoryAction(int operation, Directions directions, Site[] sites, SiteValues[] recorded, RecordedSteps steps)
    : MemoryAction(operation)
{
    public override bool Apply(PlanRun run, int step, SlotMemory memory)
    {
        if (!steps.TryFind(step, out int from))
        {
            return false;
        }

        float[] values = new float[directions.Width];
        float[] target = new float[directions.Width];
        int width = recorded[0].Width;
        for (int n = 0; n < sites.Length; n++)
        {
            memory[sites[n]].CopyTo(values.AsSpan(n * width));
            recorded[n][from].CopyTo(target.AsSpan(n * width));
        }

        directions.Move(values, target);
        for (int n = 0; n < sites.Length; n++)
        {
            values.AsSpan(n * width, width).CopyTo(memory[sites[n]]);
        }

        return true;
    }
}
