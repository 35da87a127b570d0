namespace Lilt.Studio.Tunes;

/// <summary>What one page needs to show tunes without the studio.</summary>
/// <param name="Schema">Always <c>lilt-handout/1</c>.</param>
/// <param name="Title">The session's name.</param>
/// <param name="Version">The program's.</param>
/// <param name="Created">When the page was made, UTC.</param>
/// <param name="Tunes">The tunes that were asked for, in that order.</param>
public sealed record Handout(string Schema, string Title, string Version, DateTime Created, IReadOnlyList<HandoutTune> Tunes);
