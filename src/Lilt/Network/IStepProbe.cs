namespace Lilt.Network;

/// <summary>Sees, and may change, everything that a step makes, while it is made.</summary>
/// <remarks>
/// Implement it as a struct: <see cref="StepBatch.Step{TProbe}"/> is compiled for each probe, and one whose
/// <see cref="Watches"/> is false costs nothing. Sites are visited in the order of <see cref="SiteKind"/>, layer by
/// layer; what is computed from a site is computed from its values as the probe left them.
/// </remarks>
public interface IStepProbe
{
    /// <summary>Whether <see cref="Visit"/> is called at all; a constant.</summary>
    static abstract bool Watches { get; }

    /// <summary>Whether <see cref="Between"/> is called at all; a constant, false unless a probe says otherwise.</summary>
    static virtual bool ActsBetween => false;

    /// <summary>One site of one slot at one step.</summary>
    /// <param name="slot">The slot of the batch.</param>
    /// <param name="step">From 0; −1 for c and h before the first step.</param>
    /// <param name="site">The site.</param>
    /// <param name="values">[H] or [V], float32; may be changed in place.</param>
    /// <returns>True if a value was changed: a changed posterior is normalised again.</returns>
    bool Visit(int slot, int step, Site site, Span<float> values);

    /// <summary>A step is over: c and h as the slot's next step will begin with them, whatever was shown upwards in this one.</summary>
    /// <param name="slot">The slot of the batch.</param>
    /// <param name="step">The step that is over, from 0; −1 before the first.</param>
    /// <param name="memory">c and h of every layer; may be changed in place.</param>
    void Between(int slot, int step, SlotMemory memory) { }
}
