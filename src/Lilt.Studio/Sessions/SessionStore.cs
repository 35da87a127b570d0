using System.Globalization;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;
using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>
/// All sessions and tunes, in one SQLite file of the user's data folder. Requests and tokens are kept, recordings are made again from them.
/// </summary>
internal sealed class SessionStore : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string FileName = "studio.sqlite";

    private readonly StudioBounds bounds;
    private readonly object gate = new();
    private readonly SqliteConnection connection;
    private readonly StudioModels models;

    /// <summary>Opens the store; the folder and the file are made if they are missing.</summary>
    /// <exception cref="IOException">The file cannot be opened, or is of another version.</exception>
    public SessionStore(StudioOptions options, StudioModels models)
    {
        this.models = models;
        bounds = options.Bounds;
        Directory.CreateDirectory(options.DataFolder);
        string path = Path.Combine(options.DataFolder, FileName);
        connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = 10,
            }.ToString()
        );
        try
        {
            connection.Open();
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = NORMAL");
            Execute("PRAGMA foreign_keys = ON");
            StoreSchema.Ensure(connection, path);
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new IOException(
                $"{path} cannot be opened as the studio's store ({e.Message}): move it away, or take another folder with --data.",
                e
            );
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>All sessions, the newest first.</summary>
    public IReadOnlyList<SessionSummary> Sessions()
    {
        lock (gate)
        {
            return Read(
                "SELECT s.id, s.name, s.created, COUNT(t.id) FROM sessions s LEFT JOIN tunes t ON t.session = s.id GROUP BY s.id ORDER BY s.created DESC, s.rowid DESC",
                row => new SessionSummary(row.GetString(0), row.GetString(1), TuneRow.Time(row.GetString(2)), row.GetInt32(3))
            );
        }
    }

    /// <summary>Makes a session, with the tunes of a file if there are any.</summary>
    public SessionView CreateSession(string name, DateTime? created = null, IReadOnlyList<StoredTune>? tunes = null)
    {
        lock (gate)
        {
            ThrowIfFull();
            if (Count("SELECT COUNT(*) FROM sessions") >= bounds.Sessions)
            {
                throw new StudioException(
                    StatusCodes.Status409Conflict,
                    $"The studio keeps {bounds.Sessions} sessions: delete one, or export it first."
                );
            }

            string id = NewId();
            using SqliteTransaction transaction = connection.BeginTransaction();
            Execute(
                "INSERT INTO sessions VALUES ($id, $name, $created)",
                ("$id", id),
                ("$name", name),
                ("$created", TuneRow.Text(created ?? DateTime.UtcNow))
            );
            foreach (StoredTune tune in tunes ?? [])
            {
                Insert(new KeptTune(id, tune));
            }

            transaction.Commit();
            return Session(id);
        }
    }

    /// <summary>A session and its tunes, the oldest first.</summary>
    public SessionView Session(string id)
    {
        lock (gate)
        {
            (string Name, string Created)? session = Read(
                    "SELECT name, created FROM sessions WHERE id = $id",
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
                    Read($"SELECT {TuneRow.Summary} FROM tunes WHERE session = $id ORDER BY place", ReadSummary, ("$id", id))
                )
                : throw StudioException.NotFound("session");
        }
    }

    public SessionView RenameSession(string id, string name)
    {
        lock (gate)
        {
            ThrowUnless(Execute("UPDATE sessions SET name = $name WHERE id = $id", ("$id", id), ("$name", name)), "session");
            return Session(id);
        }
    }

    /// <summary>Deletes a session; the ids of the tunes that went with it.</summary>
    public IReadOnlyList<string> DeleteSession(string id)
    {
        lock (gate)
        {
            List<string> tunes = Read("SELECT id FROM tunes WHERE session = $id", row => row.GetString(0), ("$id", id));
            ThrowUnless(Execute("DELETE FROM sessions WHERE id = $id", ("$id", id)), "session");
            return tunes;
        }
    }

    /// <summary>A session as one file.</summary>
    public SessionFile Export(string id)
    {
        lock (gate)
        {
            SessionView session = Session(id);
            return new SessionFile(
                SessionImport.Format,
                session.Name,
                session.Created,
                Read($"SELECT {TuneRow.All} FROM tunes WHERE session = $id ORDER BY place", row => TuneRow.Read(row).Data, ("$id", id))
            );
        }
    }

    public KeptTune Tune(string id)
    {
        lock (gate)
        {
            return Read($"SELECT {TuneRow.All} FROM tunes WHERE id = $id", TuneRow.Read, ("$id", id)).FirstOrDefault()
                ?? throw StudioException.NotFound("tune");
        }
    }

    /// <summary>Keeps a tune, if its session is still there and has room.</summary>
    public TuneSummary Add(KeptTune tune)
    {
        lock (gate)
        {
            ThrowIfFull();
            ThrowIfNoRoom(tune.Session, 1);
            Insert(tune);
            return Summary(tune.Data.Id);
        }
    }

    /// <summary>Whether a session is there and can take more tunes; else what to do.</summary>
    public void ThrowIfNoRoom(string session, int tunes)
    {
        lock (gate)
        {
            if (Count("SELECT COUNT(*) FROM sessions WHERE id = $id", ("$id", session)) == 0)
            {
                throw StudioException.NotFound("session");
            }

            long held = Count("SELECT COUNT(*) FROM tunes WHERE session = $id", ("$id", session));
            if (held + tunes > bounds.TunesASession)
            {
                throw new StudioException(
                    StatusCodes.Status409Conflict,
                    $"A session keeps {bounds.TunesASession} tunes, and this one has {held}: delete some, or begin another session."
                );
            }
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
        lock (gate)
        {
            ThrowUnless(
                Execute(
                    "UPDATE tunes SET name = COALESCE($name, name), starred = COALESCE($starred, starred), tonic = NULLIF(COALESCE($key, tonic), '') WHERE id = $id",
                    ("$id", id),
                    ("$name", name),
                    ("$starred", starred),
                    ("$key", key)
                ),
                "tune"
            );
            return Summary(id);
        }
    }

    public void DeleteTune(string id)
    {
        lock (gate)
        {
            ThrowUnless(Execute("DELETE FROM tunes WHERE id = $id", ("$id", id)), "tune");
        }
    }

    public TuneSummary Summary(string id)
    {
        lock (gate)
        {
            return Read($"SELECT {TuneRow.Summary} FROM tunes WHERE id = $id", ReadSummary, ("$id", id)).FirstOrDefault()
                ?? throw StudioException.NotFound("tune");
        }
    }

    /// <summary>The command line that makes a tune again.</summary>
    public string Command(StoredTune tune) => TuneCommand.Of(tune, models.Argument(tune.Model)).Of(tune.Kind);

    public static string NewId() => Guid.CreateVersion7().ToString("N");

    public void Dispose()
    {
        lock (gate)
        {
            connection.Dispose();
        }
    }

    private TuneSummary ReadSummary(SqliteDataReader row) => TuneRow.ReadSummary(row, models);

    private void Insert(KeptTune tune) =>
        Execute(
            $"INSERT INTO tunes ({TuneRow.All}) VALUES ({string.Join(", ", TuneRow.All.Split(", ").Select(column => "$" + column))})",
            TuneRow.Values(tune)
        );

    private void ThrowIfFull()
    {
        if (
            Count("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()")
            > bounds.StoredBytes
        )
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

    private long Count(string sql, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(sql, values);
        return (long)command.ExecuteScalar()!;
    }

    private int Execute(string sql, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> take, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(sql, values);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(take(reader));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
