namespace Lilt.Studio.Contracts;

/// <summary>Where a tune came from.</summary>
public enum TuneKind
{
    /// <summary>The network wrote it.</summary>
    Written,

    /// <summary>A person's own; the network read it.</summary>
    Given,

    /// <summary>The network wrote it under a plan of operations.</summary>
    Operated,
}
