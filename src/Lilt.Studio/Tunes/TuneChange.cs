namespace Lilt.Studio.Tunes;

/// <summary>Changes what a person says of a tune; what is null stays.</summary>
/// <param name="Name">1 to 200 characters, no control characters.</param>
/// <param name="Starred">Whether it is starred.</param>
public sealed record TuneChange(string? Name = null, bool? Starred = null);
