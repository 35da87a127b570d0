namespace Lilt.Studio.Analyses;

/// <summary>Asks which units are on over a range of steps and off at its edges, and where else they are on together.</summary>
/// <param name="Site">h, c, i, f, g or o.</param>
/// <param name="Layer">From 1.</param>
/// <param name="From">The first step of the range.</param>
/// <param name="To">The step after its last.</param>
/// <param name="Above">A unit is on where its value is over this.</param>
/// <param name="Below">If given, a unit is also on where its value is under this, all through the range.</param>
/// <param name="Session">Whether other tunes of the session are searched too.</param>
public sealed record MatchRequest(string Site, int Layer, int From, int To, double Above, double? Below = null, bool Session = true);
