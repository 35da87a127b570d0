using Lilt.Studio.Tunes;

namespace Lilt.Studio.Following;

/// <summary>A tune is kept, or something about it was changed.</summary>
/// <param name="Job">The run that came to it; null for none.</param>
/// <param name="Tune">The tune.</param>
/// <param name="IsKnown">Whether the session had it already when a run came to it.</param>
public sealed record TuneEvent(string? Job, TuneSummary Tune, bool IsKnown);
