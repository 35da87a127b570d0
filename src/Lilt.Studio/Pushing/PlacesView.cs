namespace Lilt.Studio.Pushing;

/// <summary>Where a measure token could stand in a tune.</summary>
/// <param name="Full">M, a full measure's duration, in eighths; null in free meter.</param>
/// <param name="Places">Ascending by step.</param>
public sealed record PlacesView(double? Full, IReadOnlyList<PlaceView> Places);
