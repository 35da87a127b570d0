namespace Lilt.Studio.Following;

/// <summary>Something that happened in the studio.</summary>
/// <param name="Name">What the event is called.</param>
/// <param name="Job">The run that it is of; null for none.</param>
/// <param name="Data">What is said of it.</param>
/// <param name="IsLast">Whether the run is over with it.</param>
internal sealed record StudioEvent(string Name, string? Job, object Data, bool IsLast = false);
