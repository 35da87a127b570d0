using Lilt.Notation.Tokens;

namespace Lilt.Rewriting;

/// <summary>One way to write the measures.</summary>
/// <param name="Written">The measures' tokens, closing tokens and all.</param>
/// <param name="Tune">The whole tune with them, the start token first.</param>
/// <param name="Share">Its share of the candidates' weight, 0 to 1: how probable it is among them.</param>
public sealed record RewriteOffer(IReadOnlyList<Token> Written, IReadOnlyList<Token> Tune, double Share);
