namespace Lilt.Operations;

/// <summary>Units show given values, at every step: excision by zero, mean and freeze.</summary>
internal sealed class HoldAction(int operation, int[] units, float[] held) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        for (int n = 0; n < units.Length; n++)
        {
            values[units[n]] = held[n];
        }

        return true;
    }
}
