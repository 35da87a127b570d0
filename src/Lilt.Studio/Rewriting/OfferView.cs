namespace Lilt.Studio.Rewriting;

/// <summary>One way to write what was asked for.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Tokens">The whole tune, the start token left out.</param>
/// <param name="Abc">The same in ABC.</param>
/// <param name="Share">Its share of the candidates' weight, 0 to 1: how probable it is among them.</param>
/// <param name="Outside">How many notes of the written measures go over the range that was asked for: those that are locked.</param>
/// <param name="Passage">What was written.</param>
public sealed record OfferView(int Number, IReadOnlyList<string> Tokens, string Abc, double Share, int Outside, PassageView Passage);
