namespace Lilt.Studio.Models;

/// <summary>Asks whether a beginning can be read.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Text">Tokens with blanks between or ABC; * is a drawn token.</param>
public sealed record CheckRequest(string Model, string Text);
