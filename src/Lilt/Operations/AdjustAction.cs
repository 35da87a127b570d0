namespace Lilt.Operations;

/// <summary>Sets, adds to or multiplies units by a number, the same at every step or one a step; one for all units or one a unit.</summary>
/// <param name="operation">Its place in the plan.</param>
/// <param name="how">What is done.</param>
/// <param name="units">Which.</param>
/// <param name="numbers">[1 or T, 1 or units].</param>
/// <param name="width">How many numbers a step: 1, or one a unit.</param>
/// <param name="steps">When.</param>
internal sealed class AdjustAction(int operation, Adjustment how, int[] units, float[] numbers, int width, StepRange steps)
    : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        int from = numbers.Length == width ? 0 : (step - steps.First) * width;
        if (!steps.Holds(step) || from >= numbers.Length)
        {
            return false;
        }

        for (int n = 0; n < units.Length; n++)
        {
            int unit = units[n];
            float number = numbers[from + (width == 1 ? 0 : n)];
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
