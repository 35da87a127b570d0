using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>An action that is taken only at steps whose input fulfils every condition.</summary>
/// <param name="inner">What is done there.</param>
/// <param name="conditions">On what the step reads.</param>
internal sealed class ConditionalAction(SiteAction inner, ReadCondition[] conditions) : SiteAction(inner.Operation)
{
    public override Seed? Seed => inner.Seed;

    public override bool Apply(PlanRun run, int step, Span<float> values) =>
        Array.TrueForAll(conditions, run.Holds) && inner.Apply(run, step, values);
}
