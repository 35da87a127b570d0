namespace Lilt.Studio;

/// <summary>The studies that a studio shows, and how new ones are made.</summary>
public sealed record StudioStudies
{
    /// <summary>The folder that the studies' own folders stand in; it must be there.</summary>
    public required string Folder { get; init; }

    /// <summary>The kinds that can be made. Default none.</summary>
    public IReadOnlyList<StudyMaker> Makers { get; init; } = [];

    /// <summary>The file of the report's form; null, or a file that is not there, makes studies without a page.</summary>
    public string? PageForm { get; init; }
}
