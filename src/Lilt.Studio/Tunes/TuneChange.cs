namespace Lilt.Studio.Tunes;

/// <summary>Changes what a person says of a tune; what is null stays.</summary>
/// <param name="Name">1 to 200 characters, no control characters.</param>
/// <param name="Starred">Whether it is starred.</param>
/// <param name="Key">The tonic to see and hear it in, as <c>D</c> or <c>Bb</c>; empty for its own.</param>
public sealed record TuneChange(string? Name = null, bool? Starred = null, string? Key = null);
