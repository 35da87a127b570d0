namespace Lilt.Studio.Models;

/// <summary>Asks whether a beginning can be read.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Text">Tokens with blanks between or ABC; * is a drawn token.</param>
/// <param name="Key">The tonic that notes stand in where the text names no key, as <c>D</c> or <c>Bb</c>; null for the network's own.</param>
public sealed record CheckRequest(string Model, string Text, string? Key = null);
