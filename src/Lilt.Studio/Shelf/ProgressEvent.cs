namespace Lilt.Studio.Shelf;

/// <summary>How far a study is.</summary>
/// <param name="Share">How much is done, 0 to 1.</param>
/// <param name="Stage">What is being done.</param>
public sealed record ProgressEvent(double Share, string Stage);
