namespace Lilt.Studio.Tunes;

/// <summary>Where a tune came from.</summary>
public enum TuneKind
{
    /// <summary>The network wrote it.</summary>
    Written,

    /// <summary>A person's own; the network read it, under a plan of operations if the tune has one.</summary>
    Given,

    /// <summary>The network wrote it under a plan of operations.</summary>
    Operated,
}
