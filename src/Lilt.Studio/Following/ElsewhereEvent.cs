namespace Lilt.Studio.Following;

/// <summary>Another studio on the same data changed something there: what is shown is to be asked for again.</summary>
public sealed record ElsewhereEvent;
