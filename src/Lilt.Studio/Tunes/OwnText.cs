using Lilt.Notation.Abc;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>A given tune's own text.</summary>
internal static class OwnText
{
    /// <summary>The text; null where none was kept.</summary>
    public static WrittenTune? Of(StoredTune tune) => tune.Written is { } text ? WrittenTune.Parse(text) : null;

    /// <summary>The text in the key that the tune is shown in; null where none was kept, or where it cannot be moved sign by sign.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="asked">The tonic that a request names; null where it names none.</param>
    /// <exception cref="StudioException">The request names no tonic.</exception>
    public static WrittenTune? In(StoredTune tune, string? asked) =>
        Of(tune) is not { } written ? null
        : ShownTonic.Of(tune, asked) is { } tonic ? written.InKey(tonic)
        : written;
}
