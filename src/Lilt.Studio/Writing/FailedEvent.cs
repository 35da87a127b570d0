namespace Lilt.Studio.Writing;

/// <summary>Why a run ended early.</summary>
/// <param name="Problem">A sentence: what happened, what to do.</param>
public sealed record FailedEvent(string Problem);
