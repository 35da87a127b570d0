namespace Lilt.Sweeping.Plans;

/// <summary>Which study a sweep makes, and how; what is null is as the study has it.</summary>
/// <param name="Kind">The kind, as <c>lilt study</c> names it.</param>
public sealed record StudyOrder(string Kind)
{
    /// <summary>Of part 7: the most random sets a layer; 0 leaves the control out.</summary>
    public int? Control { get; init; }

    /// <summary>Of part 7: tunes that the control feeds to every network. Of causes: tunes written under each header.</summary>
    public int? Tunes { get; init; }

    /// <summary>Of causes: pairs of places that are interchanged at the main dose.</summary>
    public int? Pairs { get; init; }

    /// <summary>Of causes: whether units and subspaces are left out.</summary>
    public bool Quick { get; init; }
}
