namespace Lilt.Operations;

/// <summary>What <see cref="Adjust"/> does with a value.</summary>
public enum Adjustment
{
    /// <summary>Sets it.</summary>
    Clamp,

    /// <summary>Adds to it.</summary>
    Add,

    /// <summary>Multiplies it.</summary>
    Scale,
}
