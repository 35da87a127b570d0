namespace Lilt.Studies.Causes.Figures;

/// <summary>What is said of one claim of a layer, and on which numbers.</summary>
/// <param name="Verdict">What is said.</param>
/// <param name="Share">The share that decides: 1 all of it, 0 none; null where nothing was measured.</param>
/// <param name="Low">The low end of its interval over tunes.</param>
/// <param name="High">The high end.</param>
/// <param name="Meter">Of which meter the share is.</param>
/// <param name="Pairs">How many interchanges, or measures, it rests on.</param>
/// <param name="Tunes">Of how many tunes.</param>
/// <param name="Reason">Why nothing is said, or what says it beside the share; empty where the share says it.</param>
public sealed record LayerClaim(
    VerdictKind Verdict,
    double? Share,
    double? Low,
    double? High,
    string Meter,
    int Pairs,
    int Tunes,
    string Reason
)
{
    /// <summary>The meters whose interchanges say so; none where nothing is said.</summary>
    public IReadOnlyList<string> Meters { get; init; } = [];
}
