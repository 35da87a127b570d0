namespace Lilt.Network;

/// <summary>What a slot of a <see cref="StepBatch"/> takes from one step to the next: c and h of every layer.</summary>
public readonly ref struct SlotMemory
{
    private readonly StepBatch batch;
    private readonly int slot;

    internal SlotMemory(StepBatch batch, int slot)
    {
        this.batch = batch;
        this.slot = slot;
    }

    /// <summary>The values of c or h of a layer, [H], to be read and changed.</summary>
    /// <param name="site"><c>L1.c</c>, <c>L1.h</c> and their like.</param>
    /// <exception cref="ArgumentException">The site is neither c nor h of a layer of the network.</exception>
    public Span<float> this[Site site] => batch.Memory(slot, site);
}
