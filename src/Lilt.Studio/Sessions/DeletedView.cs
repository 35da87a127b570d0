namespace Lilt.Studio.Sessions;

/// <summary>What was deleted and can be had back, that which was deleted last first.</summary>
/// <param name="Sessions">Sessions, each with its tunes.</param>
/// <param name="Tunes">Tunes of the session that was asked for.</param>
/// <param name="Effects">Effects of that session.</param>
/// <param name="Models">Models that a page put in.</param>
public sealed record DeletedView(
    IReadOnlyList<DeletedSession> Sessions,
    IReadOnlyList<DeletedTune> Tunes,
    IReadOnlyList<DeletedEffect> Effects,
    IReadOnlyList<DeletedModel> Models
);
