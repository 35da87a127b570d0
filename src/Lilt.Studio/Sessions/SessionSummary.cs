namespace Lilt.Studio.Sessions;

/// <summary>A named set of tunes, without them.</summary>
/// <param name="Id">What requests call it.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Created">When, UTC.</param>
/// <param name="Tunes">How many tunes it holds.</param>
public sealed record SessionSummary(string Id, string Name, DateTime Created, int Tunes);
