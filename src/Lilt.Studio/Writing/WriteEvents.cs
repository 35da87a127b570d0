using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>The events of a run by name: each has as its data what stands here under its name. The last is done or failed.</summary>
/// <param name="Tokens">Tokens as they are drawn; those of one event follow each other.</param>
/// <param name="Tune">A tune is whole and stored.</param>
/// <param name="Failed">The run ended early; tunes that were announced are kept.</param>
/// <param name="Done">The run is over.</param>
public sealed record WriteEvents(TokensEvent? Tokens, TuneSummary? Tune, FailedEvent? Failed, DoneEvent? Done);
