namespace Lilt.Studies.Causes.Telling;

/// <summary>Where claims are said to hold. Fixed on networks of known answer and then left: docs/causes.md.</summary>
internal static class CausesThresholds
{
    /// <summary>A part that carries so much of the count keeps it; one that undoes so much of the reset sets it.</summary>
    public const double Carries = 0.5;

    /// <summary>A layer does not keep the count if the others carry so much of it without it.</summary>
    public const double CarriesWithout = 0.75;

    /// <summary>A layer whose share is so far under 0 works against the others.</summary>
    public const double WorksAgainst = -0.25;

    /// <summary>By how much interchanging everything has to move B, nats, for anything to be said.</summary>
    public const double LeastMoved = 2;

    /// <summary>
    /// A layer after whose interchange the bar comes before the donor's count says, in more than this share of pairs, does not carry that
    /// count.
    /// </summary>
    public const double TooEarly = 0.5;

    /// <summary>The largest share of what the dose moves that shams may move.</summary>
    public const double LargestSham = 0.25;

    /// <summary>The fewest interchanges, and the fewest tunes, from which anything is concluded.</summary>
    public const int FewestPairs = 50;

    /// <summary>The fewest tunes.</summary>
    public const int FewestTunes = 20;

    /// <summary>The share of pairs that have to agree with a direction for it to be said.</summary>
    public const double Agrees = 0.75;
}
