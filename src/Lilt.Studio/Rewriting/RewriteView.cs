namespace Lilt.Studio.Rewriting;

/// <summary>What came of it so far: more candidates are drawn where few of them lead on well, and other offers may come of them.</summary>
/// <param name="Offers">Different ways, in the order drawn; none where nothing was found.</param>
/// <param name="Was">What stands there now.</param>
/// <param name="Candidates">How many candidates were drawn.</param>
/// <param name="Whole">How many of them filled the measures.</param>
/// <param name="Effective">The effective number of candidates, (Σw)²/Σw²: as many of equal weight would tell as much.</param>
/// <param name="IsThin">Whether so few count that the offers are a poor draw.</param>
/// <param name="Said">What was done, in sentences.</param>
/// <param name="Seconds">How long it took, reading and drawing.</param>
/// <param name="IsLast">Whether nothing more comes.</param>
public sealed record RewriteView(
    IReadOnlyList<OfferView> Offers,
    PassageView Was,
    int Candidates,
    int Whole,
    double Effective,
    bool IsThin,
    IReadOnlyList<string> Said,
    double Seconds,
    bool IsLast
);
