namespace Lilt.Studio.Sessions;

/// <summary>A tune that was deleted.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Name">What its owner called it.</param>
/// <param name="Deleted">When, UTC.</param>
public sealed record DeletedTune(string Id, string Name, DateTime Deleted);
