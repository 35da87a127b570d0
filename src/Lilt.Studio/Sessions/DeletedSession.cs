namespace Lilt.Studio.Sessions;

/// <summary>A session that was deleted.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="Tunes">How many tunes come back with it.</param>
/// <param name="Deleted">When, UTC.</param>
public sealed record DeletedSession(string Id, string Name, int Tunes, DateTime Deleted);
