namespace Lilt.Studio.Contracts;

/// <summary>Gives a network a tune to read.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Text">ABC, or the model's tokens with blanks between; the end token may be left out.</param>
/// <param name="Name">What the tune is called; null for its title.</param>
public sealed record GivenRequest(string Model, string Text, string? Name = null);
