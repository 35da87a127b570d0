using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>Units show what they showed at a random step of a recording.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="units">Which.</param>
/// <param name="recorded">Their h, [T, units].</param>
/// <param name="seed">Of tune 0.</param>
internal sealed class ResampleAction(int operation, int[] units, float[] recorded, Seed seed) : SiteAction(operation)
{
    public override Seed? Seed => seed;

    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        int from = run.DrawnOnce(Operation, step, recorded.Length / units.Length) * units.Length;
        for (int n = 0; n < units.Length; n++)
        {
            values[units[n]] = recorded[from + n];
        }

        return true;
    }
}
