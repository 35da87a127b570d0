using Lilt.Randomness;

namespace Lilt.Operations;

/// <summary>A compiled operation at one site.</summary>
/// <param name="operation">Its operation's place in the plan, from 0.</param>
internal abstract class SiteAction(int operation)
{
    /// <summary>Its operation's place in the plan, from 0.</summary>
    public int Operation => operation;

    /// <summary>Draws from a generator of its own: the seed of tune 0; null for one that draws nothing.</summary>
    public virtual Seed? Seed => null;

    /// <summary>Whether the layer's own next step begins with what it had.</summary>
    public virtual bool GoesUpAlone => false;

    /// <summary>Does it. True if it applied at this step, whether or not a bit changed.</summary>
    public abstract bool Apply(PlanRun run, int step, Span<float> values);
}
