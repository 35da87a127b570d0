using Lilt.Network;

namespace Lilt.Operations;

/// <summary>A compiled operation on what a layer, or several, take on to the next step.</summary>
/// <param name="operation">Its operation's place in the plan, from 0.</param>
internal abstract class MemoryAction(int operation)
{
    /// <summary>Its operation's place in the plan, from 0.</summary>
    public int Operation => operation;

    /// <summary>Does it. True if it applied at this step, whether or not a bit changed.</summary>
    public abstract bool Apply(PlanRun run, int step, SlotMemory memory);
}
