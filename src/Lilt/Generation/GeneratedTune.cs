using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Generation;

/// <summary>A tune as it was generated.</summary>
/// <param name="Index">Its place among the tunes of the run, from 0.</param>
/// <param name="Seed">The seed of its generator.</param>
/// <param name="Tokens">The start token, the prime and what was drawn, the end token included unless it was cut.</param>
/// <param name="EndsAtLimit">Whether it reached the limit before its end token.</param>
/// <param name="NearDraws">
/// Draws whose random number lay within <see cref="TokenDraw.ErrorBound"/> of a boundary between two tokens: there an engine of
/// other arithmetic may draw the neighbour.
/// </param>
public sealed record GeneratedTune(int Index, Seed Seed, IReadOnlyList<Token> Tokens, bool EndsAtLimit, int NearDraws);
