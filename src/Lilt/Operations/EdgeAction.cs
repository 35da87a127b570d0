namespace Lilt.Operations;

/// <summary>An action at c or h of a layer that is felt along one way alone.</summary>
/// <param name="inner">What is done.</param>
/// <param name="edge">Up or recurrent.</param>
internal sealed class EdgeAction(SiteAction inner, Edge edge) : SiteAction(inner.Operation)
{
    public override uint? Seed => inner.Seed;

    public override Edge Edge => edge;

    public override bool Apply(PlanRun run, int step, Span<float> values) => inner.Apply(run, step, values);
}
