using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Sessions;

/// <summary>
/// What was deleted and can be had back: until it has been so for as long as the studio keeps it, when the studio starts, or until its room
/// is needed.
/// </summary>
internal sealed class RecentlyDeleted(StudioOptions options, StoreFile file, SessionStore store, AddedModels models)
{
    /// <summary>Deletes for good what was deleted long enough ago.</summary>
    public void Purge()
    {
        Purge(DateTime.UtcNow - options.KeepDeleted);
        models.Purge();
    }

    /// <summary>Deletes all of it for good.</summary>
    public void Empty()
    {
        Purge(DateTime.MaxValue);
        models.Empty();
    }

    /// <summary>The sessions and models, and the tunes and effects of one session that is there, those deleted last first.</summary>
    public DeletedView View(string? session)
    {
        lock (file.Gate)
        {
            return new DeletedView(
                file.Read(
                    "SELECT s.id, s.name, COUNT(t.id), s.deleted FROM sessions s LEFT JOIN tunes t ON t.session = s.id AND t.deleted IS NULL WHERE s.deleted IS NOT NULL GROUP BY s.id ORDER BY s.deleted DESC, s.rowid DESC",
                    row => new DeletedSession(row.GetString(0), row.GetString(1), row.GetInt32(2), TuneRow.Time(row.GetString(3)))
                ),
                file.Read(
                    "SELECT id, name, deleted FROM tunes WHERE session = $session AND deleted IS NOT NULL ORDER BY deleted DESC, place DESC",
                    row => new DeletedTune(row.GetString(0), row.GetString(1), TuneRow.Time(row.GetString(2))),
                    ("$session", session)
                ),
                file.Read(
                    "SELECT id, json_extract(view, '$.done'), deleted FROM effects WHERE session = $session AND deleted IS NOT NULL ORDER BY deleted DESC, rowid DESC",
                    row => new DeletedEffect(row.GetString(0), row.GetString(1), TuneRow.Time(row.GetString(2))),
                    ("$session", session)
                ),
                models.Taken()
            );
        }
    }

    /// <summary>Has a tune back, at the place where it was.</summary>
    /// <exception cref="StudioException">It is not there any more, or its session has no room.</exception>
    public TuneSummary RestoreTune(string id)
    {
        lock (file.Gate)
        {
            TuneSummary back = file.Change(() =>
            {
                string session =
                    file.Read("SELECT session FROM tunes WHERE id = $id", row => row.GetString(0), ("$id", id)).FirstOrDefault()
                    ?? throw Gone("tune");
                store.ThrowIfNoRoom(session, 1);
                file.Execute("UPDATE tunes SET deleted = NULL WHERE id = $id", ("$id", id));
                return store.Summary(id);
            });
            store.TellSession(back.Session);
            return back;
        }
    }

    /// <summary>Has a session back with the tunes that it had.</summary>
    /// <exception cref="StudioException">It is not there any more, or there is no room.</exception>
    public SessionView RestoreSession(string id)
    {
        lock (file.Gate)
        {
            SessionView back = file.Change(() =>
            {
                store.ThrowIfNoRoomForASession();
                if (file.Execute("UPDATE sessions SET deleted = NULL WHERE id = $id", ("$id", id)) == 0)
                {
                    throw Gone("session");
                }

                return store.Session(id);
            });
            store.TellSession(id);
            return back;
        }
    }

    private void Purge(DateTime until)
    {
        lock (file.Gate)
        {
            file.Purge(until);
        }
    }

    private static StudioException Gone(string what) =>
        new(StatusCodes.Status404NotFound, $"There is no such {what} to have back: it was deleted too long ago, or for good.");
}
