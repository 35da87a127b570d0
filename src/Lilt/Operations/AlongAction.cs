using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>A site takes recorded values along some directions.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="directions">[K, W].</param>
/// <param name="recorded">The values, [T, W].</param>
/// <param name="steps">When, and which of the recording's steps.</param>
internal sealed class AlongAction(int operation, Directions directions, SiteValues recorded, RecordedSteps steps) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        if (!steps.TryFind(step, out int from))
        {
            return false;
        }

        directions.Move(values, recorded[from]);
        return true;
    }
}
