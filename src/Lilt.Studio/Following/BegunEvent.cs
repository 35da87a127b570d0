using Lilt.Studio.Writing;

namespace Lilt.Studio.Following;

/// <summary>A run was asked for; it may wait for those of its session before it.</summary>
/// <param name="Job">Its name.</param>
/// <param name="Session">The session that keeps its tunes.</param>
/// <param name="Request">What it was asked with.</param>
public sealed record BegunEvent(string Job, string Session, WriteRequest Request);
