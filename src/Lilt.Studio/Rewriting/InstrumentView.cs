namespace Lilt.Studio.Rewriting;

/// <summary>An instrument and what it reaches.</summary>
/// <param name="Name">As a request names it.</param>
/// <param name="Title">The same for a list.</param>
/// <param name="Range">Its lowest and highest note in ABC.</param>
public sealed record InstrumentView(string Name, string Title, string Range);
