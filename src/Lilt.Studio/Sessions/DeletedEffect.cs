namespace Lilt.Studio.Sessions;

/// <summary>An effect that was deleted.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Done">What its plan does, in words.</param>
/// <param name="Deleted">When, UTC.</param>
public sealed record DeletedEffect(string Id, string Done, DateTime Deleted);
