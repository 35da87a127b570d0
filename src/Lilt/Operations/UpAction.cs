using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>An action at h of a layer that is felt upwards alone.</summary>
/// <param name="inner">What is done.</param>
internal sealed class UpAction(SiteAction inner) : SiteAction(inner.Operation)
{
    public override Seed? Seed => inner.Seed;

    public override bool GoesUpAlone => true;

    public override bool Apply(PlanRun run, int step, Span<float> values) => inner.Apply(run, step, values);
}
