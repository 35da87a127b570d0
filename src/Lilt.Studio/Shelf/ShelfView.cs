using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>The shelf of studies.</summary>
/// <param name="Folder">The folder that they stand in, as it was given; null where the studio was started without one.</param>
/// <param name="Kinds">What can be made.</param>
/// <param name="Studies">The newest first.</param>
/// <param name="More">How many older ones are there that are not shown.</param>
/// <param name="Making">The study that is being made; null for none.</param>
/// <param name="Failed">Why the study that was asked for last was not made; null where it was.</param>
public sealed record ShelfView(
    string? Folder,
    IReadOnlyList<StudyKindView> Kinds,
    IReadOnlyList<ShelvedStudy> Studies,
    int More,
    MakingView? Making,
    FailedEvent? Failed
);
