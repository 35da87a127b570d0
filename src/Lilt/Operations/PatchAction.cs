namespace Lilt.Operations;

/// <summary>Units take recorded values.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="units">Which.</param>
/// <param name="recorded">Their values, [T, units].</param>
/// <param name="steps">When.</param>
/// <param name="offset">What is added to a step to find the recording's.</param>
internal sealed class PatchAction(int operation, int[] units, float[] recorded, StepRange steps, int offset) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        int from = (step + offset) * units.Length;
        if (!steps.Holds(step) || from < 0 || from >= recorded.Length)
        {
            return false;
        }

        for (int n = 0; n < units.Length; n++)
        {
            values[units[n]] = recorded[from + n];
        }

        return true;
    }
}
