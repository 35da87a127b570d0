using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>The events of a study that is made, by name: each has as its data what stands here under its name. The last is made or
/// failed.</summary>
/// <param name="Progress">How far it is; what was said meanwhile and is older is left out.</param>
/// <param name="Made">The study stands on the shelf.</param>
/// <param name="Failed">It was not made, and nothing of it is left.</param>
public sealed record StudyEvents(ProgressEvent? Progress, ShelvedStudy? Made, FailedEvent? Failed);
