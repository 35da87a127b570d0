namespace Lilt.Planting.Causes;

/// <summary>Which part of the count a layer keeps.</summary>
public enum CountPart
{
    /// <summary>None.</summary>
    None,

    /// <summary>All of it, and no other layer any.</summary>
    Whole,

    /// <summary>All of it, and so does another: either suffices.</summary>
    Twofold,

    /// <summary>Some of it: with another layer all, and alone not.</summary>
    Some,

    /// <summary>A count of its own that nothing reads.</summary>
    Idle,
}
