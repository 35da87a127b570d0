namespace Lilt.Studio.Shelf;

/// <summary>Asks for a study.</summary>
/// <param name="Kind">One of the kinds that can be made.</param>
/// <param name="Model">The model's id.</param>
/// <param name="Seed">Of the studied tune.</param>
public sealed record StudyRequest(string Kind, string Model, uint Seed = 42);
