using Lilt.Notation.Tokens;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Writing;

/// <summary>
/// Something that happened in a run: a token was taken (<paramref name="Index"/> and <paramref name="Token"/>), or it came to a tune, which
/// the session had already if it <paramref name="IsKnown"/>.
/// </summary>
internal readonly record struct RunEvent(int Index, Token Token, TuneSummary? Tune, bool IsKnown = false);
