using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Units take recorded values.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="units">Which.</param>
/// <param name="recorded">The values of all units of the site, [T, W].</param>
/// <param name="steps">When.</param>
/// <param name="offset">What is added to a step to find the recording's.</param>
internal sealed class PatchAction(int operation, int[] units, SiteValues recorded, StepRange steps, int offset) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        int from = step + offset;
        if (!steps.Holds(step) || from < 0 || from >= recorded.Steps)
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
