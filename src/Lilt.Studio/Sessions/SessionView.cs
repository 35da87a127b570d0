using Lilt.Studio.Tunes;

namespace Lilt.Studio.Sessions;

/// <summary>A named set of tunes.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="Tunes">Its tunes, the oldest first.</param>
public sealed record SessionView(string Id, string Name, DateTime Created, IReadOnlyList<TuneSummary> Tunes);
