namespace Lilt.Studio.Analyses;

/// <summary>What units can be ordered by.</summary>
public enum UnitOrderKind
{
    /// <summary>Their number.</summary>
    Index,

    /// <summary>The period at which they have the most power, the longest first.</summary>
    Peak,

    /// <summary>Their share of power in a band, the largest first.</summary>
    Band,

    /// <summary>Their correlation with an event, from the most positive to the most negative.</summary>
    Binding,

    /// <summary>Each next to the one most like it.</summary>
    Similarity,
}
