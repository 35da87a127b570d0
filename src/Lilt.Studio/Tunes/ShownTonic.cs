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

    /// <summary>The music moved there.</summary>
    /// <param name="music">The tune's tokens as music.</param>
    /// <param name="tune">The tune.</param>
    /// <param name="asked">The request's; null where it names none.</param>
    /// <returns>The music; as it was where it cannot be moved, and nobody asked just now.</returns>
    /// <exception cref="StudioException">The request names no tonic, or one that the tune cannot be moved to.</exception>
    public static Tune Move(Tune music, StoredTune tune, string? asked)
    {
        if (Of(tune, asked) is not { } tonic || tonic == music.Key.Tonic)
        {
            return music;
        }

        TransposedTune moved = Transposer.To(music, tonic);
        return moved.Tune
            ?? (asked is null ? music : throw StudioException.Unreadable($"The tune cannot be moved to {tonic}: {moved.Reason}"));
    }
}
