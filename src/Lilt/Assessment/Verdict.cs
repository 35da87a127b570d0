using System.Diagnostics.CodeAnalysis;

namespace Lilt.Assessment;

/// <summary>What a measure is, its length held against the meter's. Source: docs/definitions/counting.md.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "Short and long measures, not number types.")]
public enum Verdict
{
    /// <summary>As long as the meter says.</summary>
    Full,

    /// <summary>Shorter, and what comes before it in playing makes it whole; or the tune's first.</summary>
    Pickup,

    /// <summary>Shorter, and what follows it in playing makes it whole.</summary>
    Complement,

    /// <summary>Shorter, and its neighbour across a bar inside the tune makes it whole.</summary>
    Split,

    /// <summary>Shorter, and nothing makes it whole.</summary>
    Short,

    /// <summary>Longer.</summary>
    Long,

    /// <summary>Nothing that takes time stands in it.</summary>
    Empty,

    /// <summary>In free meter: there is nothing to hold it against.</summary>
    Free,
}
