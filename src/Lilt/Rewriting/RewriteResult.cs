namespace Lilt.Rewriting;

/// <summary>What came of writing measures again.</summary>
/// <param name="Offers">Different ways to write them, in the order drawn; none where no candidate filled the measures.</param>
/// <param name="Candidates">How many candidates were drawn.</param>
/// <param name="Whole">How many of them filled the measures.</param>
/// <param name="Effective">
/// The effective number of candidates, (Σw)²/Σw²: as many of equal weight would tell as much. 0 where none filled the measures.
/// </param>
public sealed record RewriteResult(IReadOnlyList<RewriteOffer> Offers, int Candidates, int Whole, double Effective)
{
    /// <summary>Whether so few candidates count that what was drawn is a poor draw from what the network means.</summary>
    public bool IsThin => Effective < RewriteOptions.FewestEffective;
}
