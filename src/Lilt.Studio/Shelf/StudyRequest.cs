using Lilt.Randomness;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Shelf;

/// <summary>Asks for a study.</summary>
/// <param name="Kind">One of the kinds that can be made.</param>
/// <param name="Model">The model's id.</param>
public sealed record StudyRequest(string Kind, string Model)
{
    /// <summary>Of the studied tune.</summary>
    public Seed Seed { get; init; } = WriteRequest.DefaultSeed;
}
