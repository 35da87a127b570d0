namespace Lilt.Studies.Look;

/// <summary>Which tune to look at.</summary>
public sealed record LookOptions : StudyOptions;
