namespace Lilt.Studies;

/// <summary>A file of the study's folder.</summary>
/// <param name="Name">Its path in the folder, parted by <c>/</c>.</param>
/// <param name="What">What it holds.</param>
public sealed record StudyFile(string Name, string What);
