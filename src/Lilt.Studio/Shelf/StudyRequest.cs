using Lilt.Randomness;

namespace Lilt.Studio.Shelf;

/// <summary>Asks for a study.</summary>
/// <param name="Kind">One of the kinds that can be made.</param>
/// <param name="Model">The model's id.</param>
public sealed record StudyRequest(string Kind, string Model)
{
    /// <summary>Of the studied tune. Default 42.</summary>
    public Seed Seed { get; init; } = 42;
}
