using System.Globalization;
using Lilt.Generation;
using Lilt.Studio.Effects;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;
using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>
/// All sessions and tunes. Requests and tokens are kept, recordings are made again from them. What is deleted goes out of sight at once, and
/// can be had back for a while (<see cref="RecentlyDeleted"/>).
/// </summary>
internal sealed class SessionStore(StudioOptions options, StoreFile file, StudioModels models, EventHub hub)
{
    private readonly StudioBounds bounds = options.Bounds;

    /// <summary>All sessions, the newest first.</summary>
    public IReadOnlyList<SessionSummary> Sessions()
    {
        lock (file.Gate)
        {
            return file.Read(
                "SELECT s.id, s.name, s.created, COUNT(t.id) FROM sessions s LEFT JOIN tunes t ON t.session = s.id AND t.deleted IS NULL WHERE s.deleted IS NULL GROUP BY s.id ORDER BY s.created DESC, s.rowid DESC",
                row => new SessionSummary(row.GetString(0), row.GetString(1), TuneRow.Time(row.GetString(2)), row.GetInt32(3))
            );
        }
    }

    /// <summary>Makes a session, with the tunes and effects of a file if there are any.</summary>
    public SessionView CreateSession(
        string name,
        DateTime? created = null,
        IReadOnlyList<StoredTune>? tunes = null,
        IReadOnlyList<KeptEffect>? effects = null
    )
    {
        lock (file.Gate)
        {
            SessionView made = file.Change(() =>
            {
                ThrowIfFull();
                ThrowIfNoRoomForASession();
                string id = NewId();
                file.Execute(
                    "INSERT INTO sessions (id, name, created) VALUES ($id, $name, $created)",
                    ("$id", id),
                    ("$name", name),
                    ("$created", TuneRow.Text(created ?? DateTime.UtcNow))
                );
                foreach (StoredTune tune in tunes ?? [])
                {
                    Insert(new KeptTune(id, tune));
                }

                foreach (KeptEffect effect in effects ?? [])
                {
                    EffectRow.Insert(file, effect with { View = effect.View with { Session = id } });
                }

                return Session(id);
            });
            TellSession(made.Id);
            return made;
        }
    }

    /// <summary>A session and its tunes, the oldest first.</summary>
    public SessionView Session(string id)
    {
        lock (file.Gate)
        {
            (string Name, string Created)? session = file.Read(
                    "SELECT name, created FROM sessions WHERE id = $id AND deleted IS NULL",
                    row => (row.GetString(0), row.GetString(1)),
                    ("$id", id)
                )
                .Cast<(string, string)?>()
                .FirstOrDefault();
            return session is { } found
                ? new SessionView(
                    id,
                    found.Name,
                    TuneRow.Time(found.Created),
                    file.Read(
                        $"SELECT {TuneRow.Summary} FROM tunes WHERE session = $id AND deleted IS NULL ORDER BY place",
                        ReadSummary,
                        ("$id", id)
                    )
                )
                : throw StudioException.NotFound("session");
        }
    }

    public SessionView RenameSession(string id, string name)
    {
        lock (file.Gate)
        {
            ThrowUnless(
                file.Execute("UPDATE sessions SET name = $name WHERE id = $id AND deleted IS NULL", ("$id", id), ("$name", name)),
                "session"
            );
            TellSession(id);
            return Session(id);
        }
    }

    /// <summary>Deletes a session, which can be had back; the ids of the tunes that went with it.</summary>
    public IReadOnlyList<string> DeleteSession(string id)
    {
        lock (file.Gate)
        {
            List<string> tunes = file.Read("SELECT id FROM tunes WHERE session = $id", row => row.GetString(0), ("$id", id));
            ThrowUnless(
                file.Execute("UPDATE sessions SET deleted = $now WHERE id = $id AND deleted IS NULL", ("$id", id), Now()),
                "session"
            );
            TellSession(id);
            return tunes;
        }
    }

    /// <summary>A session as one file.</summary>
    public SessionFile Export(string id)
    {
        lock (file.Gate)
        {
            SessionView session = Session(id);
            return new SessionFile(
                SessionImport.Format,
                session.Name,
                session.Created,
                file.Read(
                    $"SELECT {TuneRow.All} FROM tunes WHERE session = $id AND deleted IS NULL ORDER BY place",
                    row => TuneRow.Read(row).Data,
                    ("$id", id)
                ),
                [
                    .. file.Read(
                            "SELECT view, pairs FROM effects WHERE session = $id AND deleted IS NULL ORDER BY created, rowid",
                            EffectRow.Read,
                            ("$id", id)
                        )
                        .Where(effect => effect.View.State is EffectState.Done or EffectState.Stopped)
                        .Select(StoredEffect.Of),
                ]
            );
        }
    }

    public KeptTune Tune(string id)
    {
        lock (file.Gate)
        {
            return file.Read($"SELECT {TuneRow.All} FROM tunes WHERE id = $id AND {Live}", TuneRow.Read, ("$id", id)).FirstOrDefault()
                ?? throw StudioException.NotFound("tune");
        }
    }

    /// <summary>Keeps a tune, if its session is still there and has room.</summary>
    public TuneSummary Add(KeptTune tune)
    {
        lock (file.Gate)
        {
            return Told(file.Change(() => Added(tune)));
        }
    }

    /// <summary>Keeps a tune that the network wrote, unless its session has the same already.</summary>
    /// <returns>The tune that the session has, and whether it had it before.</returns>
    public (TuneSummary Tune, bool IsKnown) AddUnlessSame(KeptTune tune)
    {
        lock (file.Gate)
        {
            (TuneSummary kept, bool isKnown) = file.Change(() => Same(tune) is { } known ? (known, true) : (Added(tune), false));
            return (isKnown ? kept : Told(kept), isKnown);
        }
    }

    /// <summary>
    /// The first tune of the session that was made of the same model, seed, generator, beginning, temperature, limit and plan; null where it has none.
    /// </summary>
    public TuneSummary? Same(KeptTune tune)
    {
        StoredTune data = tune.Data;
        lock (file.Gate)
        {
            // Without a plan a tune of a run is the one that its own seed gives alone; a plan may draw by the tune's place in the run, and
            // of one stream every tune has its own place.
            return file.Read(
                    $"SELECT {TuneRow.Summary} FROM tunes WHERE session = $session AND deleted IS NULL AND kind <> '{nameof(TuneKind.Given)}' AND model_hash = $hash AND seed + run_index = $seed + $index AND generator IS $generator AND (($plan IS NULL AND generator IS NOT $stream) OR run_index = $index) AND plan IS $plan AND prime = $prime AND temperature = $temperature AND token_limit = $limit ORDER BY place LIMIT 1",
                    ReadSummary,
                    ("$session", tune.Session),
                    ("$hash", data.ModelHash),
                    ("$seed", (long)data.Seed.Value),
                    ("$index", data.Index),
                    ("$plan", data.Plan is null ? null : TuneRow.PlanText(data.Plan)),
                    ("$prime", data.Prime),
                    ("$temperature", data.Temperature),
                    ("$limit", data.Limit),
                    ("$generator", data.Generator == DrawMode.Independent ? null : data.Generator.ToString()),
                    ("$stream", nameof(DrawMode.Stream))
                )
                .FirstOrDefault();
        }
    }

    /// <summary>Whether a session is there and can take more tunes; else what to do.</summary>
    public void ThrowIfNoRoom(string session, int tunes)
    {
        lock (file.Gate)
        {
            if (file.Count("SELECT COUNT(*) FROM sessions WHERE id = $id AND deleted IS NULL", ("$id", session)) == 0)
            {
                throw StudioException.NotFound("session");
            }

            long held = file.Count("SELECT COUNT(*) FROM tunes WHERE session = $id AND deleted IS NULL", ("$id", session));
            if (held + tunes > bounds.TunesASession)
            {
                throw new StudioException(
                    StatusCodes.Status409Conflict,
                    $"A session keeps {bounds.TunesASession} tunes, and this one has {held}: delete some, or begin another session."
                );
            }
        }
    }

    /// <summary>Whether there is room for one more session; else what to do.</summary>
    public void ThrowIfNoRoomForASession()
    {
        if (file.Count("SELECT COUNT(*) FROM sessions WHERE deleted IS NULL") >= bounds.Sessions)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                $"The studio keeps {bounds.Sessions} sessions: delete one, or export it first."
            );
        }
    }

    /// <summary>Whether a baseline, if there is one, is a tune of the session; else what to do.</summary>
    public void ThrowUnlessOf(string session, string? baseline)
    {
        if (baseline is not null && Tune(baseline).Session != session)
        {
            throw StudioException.Bad("The baseline is a tune of another session: take one of this.");
        }
    }

    /// <summary>Changes what is said of a tune; what is null stays.</summary>
    /// <param name="id">The tune.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="starred">Whether it is starred.</param>
    /// <param name="key">A tonic, or an empty text for the tune's own.</param>
    public TuneSummary ChangeTune(string id, string? name, bool? starred, string? key)
    {
        lock (file.Gate)
        {
            ThrowUnless(
                file.Execute(
                    $"UPDATE tunes SET name = COALESCE($name, name), starred = COALESCE($starred, starred), tonic = NULLIF(COALESCE($key, tonic), '') WHERE id = $id AND {Live}",
                    ("$id", id),
                    ("$name", name),
                    ("$starred", starred),
                    ("$key", key)
                ),
                "tune"
            );
            return Told(Summary(id));
        }
    }

    /// <summary>Deletes a tune, which can be had back.</summary>
    public void DeleteTune(string id)
    {
        lock (file.Gate)
        {
            string session = Summary(id).Session;
            file.Execute("UPDATE tunes SET deleted = $now WHERE id = $id", ("$id", id), Now());
            hub.Tell(new StudioEvent("gone", null, new GoneEvent(session, id)));
        }
    }

    public TuneSummary Summary(string id)
    {
        lock (file.Gate)
        {
            return file.Read($"SELECT {TuneRow.Summary} FROM tunes WHERE id = $id AND {Live}", ReadSummary, ("$id", id)).FirstOrDefault()
                ?? throw StudioException.NotFound("tune");
        }
    }

    /// <summary>The command line that makes a tune again.</summary>
    public string Command(StoredTune tune) => TuneCommand.Of(tune, models.Argument(tune.Model)).Of(tune.Kind);

    public static string NewId() => Guid.CreateVersion7().ToString("N");

    // A tune of a deleted session is out of sight with it.
    private const string Live = "deleted IS NULL AND session IN (SELECT id FROM sessions WHERE deleted IS NULL)";

    private TuneSummary ReadSummary(SqliteDataReader row) => TuneRow.ReadSummary(row, models);

    private static (string, object?) Now() => ("$now", TuneRow.Text(DateTime.UtcNow));

    private TuneSummary Added(KeptTune tune)
    {
        ThrowIfFull();
        ThrowIfNoRoom(tune.Session, 1);
        Insert(tune);
        return Summary(tune.Data.Id);
    }

    private TuneSummary Told(TuneSummary tune)
    {
        hub.Tell(new StudioEvent("tune", null, new TuneEvent(null, tune, false)));
        return tune;
    }

    /// <summary>Tells whoever listens that something about a session was changed.</summary>
    public void TellSession(string id) => hub.Tell(new StudioEvent("session", null, new SessionEvent(id)));

    private void Insert(KeptTune tune) =>
        file.Execute(
            $"INSERT INTO tunes ({TuneRow.All}) VALUES ({string.Join(", ", TuneRow.All.Split(", ").Select(column => "$" + column))})",
            TuneRow.Values(tune)
        );

    /// <summary>Whether there is room for more; else what to do.</summary>
    public void ThrowIfFull()
    {
        if (file.Bytes <= bounds.StoredBytes)
        {
            return;
        }

        // What was deleted makes room first.
        file.Purge(DateTime.MaxValue);
        if (file.Bytes > bounds.StoredBytes)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The studio keeps {bounds.StoredBytes >> 20} MiB of tunes, and they are full: delete some sessions, or export them first."
                )
            );
        }
    }

    private static void ThrowUnless(int changed, string what)
    {
        if (changed == 0)
        {
            throw StudioException.NotFound(what);
        }
    }
}
