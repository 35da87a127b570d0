namespace Lilt.Studio.Analyses;

/// <summary>What units can be bound to.</summary>
public enum BoundEvent
{
    /// <summary>A measure token is read.</summary>
    Read,

    /// <summary>A measure token is written.</summary>
    Written,
}
