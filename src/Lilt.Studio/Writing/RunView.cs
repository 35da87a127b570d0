namespace Lilt.Studio.Writing;

/// <summary>A run of a network.</summary>
/// <param name="Job">What requests call it.</param>
/// <param name="Session">The session that keeps its tunes.</param>
/// <param name="State">How far it is.</param>
/// <param name="Tunes">The ids of the tunes that it came to.</param>
/// <param name="Known">Those of them that the session had already.</param>
/// <param name="Problem">Why it ended early, a sentence; else null.</param>
public sealed record RunView(
    string Job,
    string Session,
    RunState State,
    IReadOnlyList<string> Tunes,
    IReadOnlyList<string> Known,
    string? Problem
);
