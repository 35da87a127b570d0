using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>What several sites take on to the next step takes recorded values along directions of all of them together.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="directions">[K, n H], the sites' values one behind the other.</param>
/// <param name="sites">The n sites, c or h of layers, in that order.</param>
/// <param name="recorded">Their values, [T, H] each.</param>
/// <param name="steps">When.</param>
/// <param name="offset">What is added to a step to find the recording's.</param>
internal sealed class AlongMemoryAction(
    int operation,
    Directions directions,
    Site[] sites,
    SiteValues[] recorded,
    StepRange steps,
    int offset
) : MemoryAction(operation)
{
    public override bool Apply(PlanRun run, int step, SlotMemory memory)
    {
        int from = step + offset;
        if (!steps.Holds(step) || from < 0 || from >= recorded[0].Steps)
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
