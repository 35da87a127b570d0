namespace Lilt.Operations;

/// <summary>Adds to tokens' logits.</summary>
internal sealed class BiasAction(int operation, int[] tokens, float[] added, StepRange steps) : SiteAction(operation)
{
    public override bool Apply(PlanRun run, int step, Span<float> values)
    {
        if (!steps.Holds(step))
        {
            return false;
        }

        for (int n = 0; n < tokens.Length; n++)
        {
            values[tokens[n]] += added[n];
        }

        return true;
    }
}
