namespace Lilt.Studies.Control;

/// <summary>What a random set has in common with the target besides its size.</summary>
public enum ControlNull
{
    /// <summary>As many units in each of eight bins of <see cref="UnitStrength"/>, equal in their number of units.</summary>
    Matched,

    /// <summary>Nothing.</summary>
    Uniform,
}
