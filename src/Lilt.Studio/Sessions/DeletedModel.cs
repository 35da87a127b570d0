namespace Lilt.Studio.Sessions;

/// <summary>A model that a page put in and took away.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Deleted">When, UTC.</param>
public sealed record DeletedModel(string Id, DateTime Deleted);
