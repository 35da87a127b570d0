using Lilt.Assessment;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Effects;

/// <summary>The effects of all sessions, with what each pair of tunes adds to them.</summary>
internal sealed class EffectStore(StudioBounds bounds, StoreFile file, SessionStore sessions)
{
    private const string Live = "deleted IS NULL AND session IN (SELECT id FROM sessions WHERE deleted IS NULL)";

    /// <summary>The effects of a session, the newest first.</summary>
    public IReadOnlyList<EffectView> Of(string session)
    {
        lock (file.Gate)
        {
            sessions.ThrowIfNoRoom(session, 0);
            return file.Read(
                $"SELECT view FROM effects WHERE session = $session AND {Live} ORDER BY created DESC, rowid DESC",
                EffectRow.View,
                ("$session", session)
            );
        }
    }

    /// <summary>An effect.</summary>
    /// <exception cref="StudioException">There is none.</exception>
    public EffectView Get(string id)
    {
        lock (file.Gate)
        {
            return file.Read($"SELECT view FROM effects WHERE id = $id AND {Live}", EffectRow.View, ("$id", id)).FirstOrDefault()
                ?? throw StudioException.NotFound("effect");
        }
    }

    /// <summary>What the pairs of an effect add to it, in the order of their seeds.</summary>
    public IReadOnlyList<PairedTune> Pairs(string id)
    {
        lock (file.Gate)
        {
            return file.Read($"SELECT view, pairs FROM effects WHERE id = $id AND {Live}", EffectRow.Read, ("$id", id))
                    .FirstOrDefault()
                    ?.Pairs
                ?? throw StudioException.NotFound("effect");
        }
    }

    /// <summary>Whether an effect was neither deleted nor went for good; this studio or another may have done that.</summary>
    public bool Keeps(string id)
    {
        lock (file.Gate)
        {
            return file.Count("SELECT COUNT(*) FROM effects WHERE id = $id AND deleted IS NULL", ("$id", id)) > 0;
        }
    }

    /// <summary>Keeps an effect that was asked for.</summary>
    /// <exception cref="StudioException">There is no room, or no such session.</exception>
    public void Add(EffectView effect) =>
        file.Change(() =>
        {
            sessions.ThrowIfFull();
            sessions.ThrowIfNoRoom(effect.Session, 0);
            if (
                file.Count($"SELECT COUNT(*) FROM effects WHERE session = $session AND {Live}", ("$session", effect.Session))
                >= bounds.EffectsASession
            )
            {
                throw new StudioException(
                    StatusCodes.Status409Conflict,
                    $"A session keeps {bounds.EffectsASession} effects: delete some, or begin another session."
                );
            }

            EffectRow.Insert(file, new KeptEffect(effect, []));
            return effect;
        });

    /// <summary>Keeps what an effect has come to.</summary>
    public void Put(EffectView effect, IReadOnlyList<PairedTune> pairs)
    {
        lock (file.Gate)
        {
            file.Execute("UPDATE effects SET view = $view, pairs = $pairs WHERE id = $id", EffectRow.Found(new KeptEffect(effect, pairs)));
        }
    }

    /// <summary>Deletes an effect, which can be had back; whose it was.</summary>
    public string Delete(string id)
    {
        lock (file.Gate)
        {
            string session = Get(id).Session;
            file.Execute("UPDATE effects SET deleted = $now WHERE id = $id", ("$id", id), ("$now", TuneRow.Text(DateTime.UtcNow)));
            return session;
        }
    }

    /// <summary>Has a deleted effect back.</summary>
    public EffectView Restore(string id)
    {
        lock (file.Gate)
        {
            file.Execute("UPDATE effects SET deleted = NULL WHERE id = $id", ("$id", id));
            return Get(id);
        }
    }
}
