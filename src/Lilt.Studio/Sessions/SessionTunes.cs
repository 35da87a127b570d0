using System.Text;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Sessions;

/// <summary>The tunes of a session as one file of ABC.</summary>
internal sealed class SessionTunes(SessionStore store)
{
    /// <summary>Writes the file: the oldest tune first, numbered from 1, a blank line between two.</summary>
    /// <param name="session">The session.</param>
    /// <param name="tunes">Ids of the tunes to take, commas between, in that order; null for all.</param>
    /// <param name="starred">Whether only starred ones are taken.</param>
    /// <param name="key">A tonic to transpose to; null for each tune's own.</param>
    /// <param name="tempo">As <c>110</c> or <c>3/8=110</c>; null for none.</param>
    public string Write(SessionView session, string? tunes, bool starred, string? key, string? tempo)
    {
        string[]? ids = tunes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        TuneSummary[] chosen = ids is null
            ? [.. session.Tunes]
            :
            [
                .. ids.Select(id =>
                    session.Tunes.FirstOrDefault(tune => tune.Id == id)
                    ?? throw StudioException.Bad($"The session has no tune '{id}': take tunes of one session.")
                ),
            ];
        StringBuilder file = new();
        int number = 0;
        foreach (TuneSummary tune in chosen.Where(tune => !starred || tune.Starred))
        {
            if (number > 0)
            {
                file.Append('\n');
            }

            number++;
            file.Append(TuneExports.Abc(store.Tune(tune.Id).Data, key, tempo, number).TrimEnd('\n'));
            file.Append('\n');
        }

        return number > 0
            ? file.ToString()
            : throw StudioException.Unreadable(
                starred ? "No tune of the session is starred: star some first." : "The session has no tunes yet."
            );
    }
}
