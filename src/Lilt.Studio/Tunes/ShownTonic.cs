using Lilt.Notation;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>In which key a tune is seen, heard and written out, and whether it can be.</summary>
internal static class ShownTonic
{
    /// <summary>The tonic that a request names, else the one that the tune's owner chose, else the one that a person wrote it in.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="asked">The request's; null where it names none.</param>
    /// <returns>The tonic; null for that of the tune's tokens.</returns>
    /// <exception cref="StudioException">The request names no tonic.</exception>
    public static Tonic? Of(StoredTune tune, string? asked) => TypedText.TonicOf(asked ?? tune.Key ?? tune.WrittenIn);

    /// <summary>The music moved there, or why it cannot be.</summary>
    /// <param name="music">The tune's tokens as music.</param>
    /// <param name="tune">The tune.</param>
    /// <param name="asked">The request's; null where it names none.</param>
    /// <exception cref="StudioException">The request names no tonic.</exception>
    public static TransposedTune Move(Tune music, StoredTune tune, string? asked) =>
        Of(tune, asked) is { } tonic && (tonic != music.Key.Tonic || tonic != (WrittenIn(tune) ?? tonic))
            ? Transposer.To(music, tonic, WrittenIn(tune))
            : new TransposedTune(music, null);

    /// <summary>The tonic of the notation that the tune's tokens were made of; null where a model wrote them.</summary>
    public static Tonic? WrittenIn(StoredTune tune) => TypedText.TonicOf(tune.WrittenIn);
}
