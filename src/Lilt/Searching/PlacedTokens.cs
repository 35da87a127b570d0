using Lilt.Notation.Tokens;

namespace Lilt.Searching;

/// <summary>Tokens that stand at a place of a tune.</summary>
/// <param name="Step">The step that writes the first of them, from 1: at step 1 the first token after the start token is written.</param>
/// <param name="Tokens">Null stands for any one token.</param>
public sealed record PlacedTokens(int Step, IReadOnlyList<Token?> Tokens);
