using Lilt.Network;

namespace Lilt.Operations;

/// <summary>An action on c or h of one layer, at the step's end.</summary>
internal sealed class SiteMemoryAction(Site site, SiteAction action) : MemoryAction(action.Operation)
{
    public override bool Apply(PlanRun run, int step, SlotMemory memory) => action.Apply(run, step, memory[site]);
}
