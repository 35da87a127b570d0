using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Causes;

/// <summary>A tune that a study is made on in the place of one that the network writes.</summary>
/// <param name="Tokens">[T], y_0 to y_{T−1}; the start token may stand before them.</param>
/// <param name="Written">The text that they were made of, from which the tune is drawn; null for a tune of tokens.</param>
public sealed record GivenTune(IReadOnlyList<Token> Tokens, WrittenTune? Written = null);
