using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>A site takes recorded values along some directions.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="directions">[K, W].</param>
/// <param name="recorded">The values, [T, W].</param>
/// <param name="steps">When.</param>
/// <param name="offset">What is added to a step to find the recording's.</param>
internal sealed class AlongAction(int operation, Directions directions, SiteValues recorded, StepRange steps, int offset)
    : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        int from = step + offset;
        if (!steps.Holds(step) || from < 0 || from >= recorded.Steps)
        {
            return false;
        }

        directions.Move(values, recorded[from]);
        return true;
    }
}
