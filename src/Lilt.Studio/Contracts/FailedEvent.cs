namespace Lilt.Studio.Contracts;

/// <summary>Why a run ended early.</summary>
/// <param name="Problem">A sentence: what happened, what to do.</param>
public sealed record FailedEvent(string Problem);
