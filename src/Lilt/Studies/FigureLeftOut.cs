namespace Lilt.Studies;

/// <summary>A figure that a study could have and has not.</summary>
/// <param name="Figure">Its name among the figures.</param>
/// <param name="Why">Why it was not made, in words that can stand after a colon.</param>
public sealed record FigureLeftOut(string Figure, string Why);
