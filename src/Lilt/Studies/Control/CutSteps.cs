namespace Lilt.Studies.Control;

/// <summary>At which steps a set of units is cut.</summary>
/// <remarks>
/// A unit that passes the bar on and one that counts look alike to a cut at all steps; these two parts of it tell them apart. Source:
/// docs/control.md.
/// </remarks>
public enum CutSteps
{
    /// <summary>Those that read anything but a measure token, the initial h included: does it count?</summary>
    BetweenBars,

    /// <summary>Those that read a measure token: does it relay the bar?</summary>
    AtBars,

    /// <summary>All, as the article cuts.</summary>
    AllSteps,
}
