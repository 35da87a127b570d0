namespace Lilt.Studies;

/// <summary>What stands beside each figure of a study.</summary>
public abstract record Figure
{
    /// <summary>What the article found on its network; null where it has no such figure.</summary>
    public required string? Article { get; init; }

    /// <summary>What was found on this network, computed.</summary>
    public required string Here { get; init; }

    /// <summary>The conventions.</summary>
    public required string Caption { get; init; }

    /// <summary>The command line that makes the figure again.</summary>
    public required string Command { get; init; }

    /// <summary>Files of the study's folder with the full numbers.</summary>
    public required IReadOnlyList<string> Files { get; init; }
}
