using Lilt.Notation.Tokens;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>
/// Something that happened in a run: a token was taken (<paramref name="Index"/> and <paramref name="Token"/>), or a tune is stored.
/// </summary>
internal readonly record struct RunEvent(int Index, Token Token, TuneSummary? Tune);
