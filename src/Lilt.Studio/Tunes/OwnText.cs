using Lilt.Notation.Abc;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>A given tune's own text.</summary>
internal static class OwnText
{
    /// <summary>The text; null where none was kept.</summary>
    public static WrittenTune? Of(StoredTune tune) => tune.Written is { } text ? WrittenTune.Parse(text) : null;
}
