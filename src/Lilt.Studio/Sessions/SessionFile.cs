using Lilt.Studio.Effects;

namespace Lilt.Studio.Sessions;

/// <summary>A session as one file.</summary>
/// <param name="Format">Always <c>lilt session 1</c>.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="Tunes">Its tunes, the oldest first.</param>
/// <param name="Effects">Its effects that are over, the oldest first; null in files of programs that kept them out.</param>
public sealed record SessionFile(
    string Format,
    string Name,
    DateTime Created,
    IReadOnlyList<StoredTune> Tunes,
    IReadOnlyList<StoredEffect>? Effects = null
);
