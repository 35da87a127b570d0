namespace Lilt.Studio.Writing;

/// <summary>Why a run ended early.</summary>
/// <param name="Job">The run.</param>
/// <param name="Problem">A sentence: what happened, what to do.</param>
/// <param name="IsStopped">Whether somebody stopped it.</param>
public sealed record FailedEvent(string Job, string Problem, bool IsStopped = false);
