namespace Lilt.Operations;

/// <summary>What an excised unit shows in place of its h.</summary>
public enum ExciseFill
{
    /// <summary>0: the same network without the units' outgoing weights.</summary>
    Zero,

    /// <summary>The unit's mean over a recording's steps.</summary>
    Mean,

    /// <summary>
    /// The unit's value at a random step of a recording, the same step for all units of the operation, drawn anew each step.
    /// </summary>
    Resample,

    /// <summary>The unit's value at one step of a recording.</summary>
    Freeze,
}
