using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Units take recorded values.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="units">Which.</param>
/// <param name="recorded">The values of all units of the site, [T, W].</param>
/// <param name="steps">When, and which of the recording's steps.</param>
internal sealed class PatchAction(int operation, int[] units, SiteValues recorded, RecordedSteps steps) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        if (!steps.TryFind(step, out int from))
        {
            return false;
        }

        ReadOnlySpan<float> row = recorded[from];
        foreach (int unit in units)
        {
            values[unit] = row[unit];
        }

        return true;
    }
}
