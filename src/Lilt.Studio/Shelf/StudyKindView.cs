namespace Lilt.Studio.Shelf;

/// <summary>A kind of study that can be made.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="About">What it is, a few words.</param>
public sealed record StudyKindView(string Kind, string About);
