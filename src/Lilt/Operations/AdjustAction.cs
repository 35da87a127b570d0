namespace Lilt.Operations;

/// <summary>Sets, adds to or multiplies units by a number, the same at every step or one a step.</summary>
internal sealed class AdjustAction(int operation, Adjustment how, int[] units, float[] numbers, StepRange steps) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        int place = numbers.Length == 1 ? 0 : step - steps.First;
        if (!steps.Holds(step) || place >= numbers.Length)
        {
            return false;
        }

        float number = numbers[place];
        foreach (int unit in units)
        {
            values[unit] = how switch
            {
                Adjustment.Clamp => number,
                Adjustment.Add => values[unit] + number,
                _ => values[unit] * number,
            };
        }

        return true;
    }
}
