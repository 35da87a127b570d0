namespace Lilt.Studio.Shelf;

/// <summary>A study stands on the shelf.</summary>
/// <param name="Job">The run that made it.</param>
/// <param name="Study">The study.</param>
public sealed record MadeEvent(string Job, ShelvedStudy Study);
