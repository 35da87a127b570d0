using Lilt.Randomness;

namespace Lilt.Studio.Shelf;

/// <summary>A study that is being made.</summary>
/// <param name="Job">Its name among the runs, by which it is stopped.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Model">The model's id.</param>
/// <param name="Seed">Of the studied tune.</param>
/// <param name="Share">How much is done, 0 to 1.</param>
/// <param name="Stage">What is being done.</param>
public sealed record MakingView(string Job, string Kind, string Model, Seed Seed, double Share, string Stage);
