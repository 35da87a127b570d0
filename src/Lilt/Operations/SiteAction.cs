namespace Lilt.Operations;

/// <summary>A compiled operation at one site.</summary>
/// <param name="operation">Its operation's place in the plan, from 0.</param>
internal abstract class SiteAction(int operation)
{
    /// <summary>Its operation's place in the plan, from 0.</summary>
    public int Operation => operation;

    /// <summary>Draws from a generator of its own: the seed of tune 0; null for one that draws nothing.</summary>
    public virtual uint? Seed => null;

    /// <summary>Along which ways it acts, where it acts at c or h. Default both.</summary>
    public virtual Edge Edge => Edge.Both;

    /// <summary>Does it. True if it applied at this step, whether or not a bit changed.</summary>
    public abstract bool Apply(PlanRun run, int step, Span<float> values);
}
