using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>The one SQLite file of the user's data folder, and how it is asked. Whoever asks holds <see cref="Gate"/>.</summary>
internal sealed class StoreFile : IDisposable
{
    /// <summary>The file's name.</summary>
    public const string Name = "studio.sqlite";

    private readonly SqliteConnection connection;
    private bool changing;
    private long seen;

    /// <summary>Opens the file; the folder and the file are made if they are missing.</summary>
    /// <exception cref="IOException">The file cannot be opened, or is of another version.</exception>
    public StoreFile(StudioOptions options)
        : this(Path.Combine(Directory.CreateDirectory(options.DataFolder).FullName, Name)) { }

    private StoreFile(string path)
    {
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
            seen = Count("PRAGMA data_version");
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

    /// <summary>A store that keeps nothing when it is closed.</summary>
    public static StoreFile InMemory() => new(":memory:");

    /// <summary>Held while the file is asked: it has one connection.</summary>
    public Lock Gate { get; } = new();

    /// <summary>What is kept takes so many bytes.</summary>
    public long Bytes =>
        Count("SELECT (page_count - freelist_count) * page_size FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()");

    /// <summary>
    /// Changes the file, whole or not at all; what is read while it does is what another studio left, and none comes between. One inside
    /// another is part of it.
    /// </summary>
    public T Change<T>(Func<T> change)
    {
        lock (Gate)
        {
            if (changing)
            {
                return change();
            }

            // It holds the file from its beginning, so that what is read is still so when it is written.
            using SqliteTransaction transaction = connection.BeginTransaction();
            changing = true;
            try
            {
                T made = change();
                transaction.Commit();
                return made;
            }
            finally
            {
                changing = false;
            }
        }
    }

    /// <summary>Whether another connection, as that of another studio, changed the file since this was asked last.</summary>
    public bool IsChangedElsewhere()
    {
        lock (Gate)
        {
            // SQLite's own count, which it reads in memory that all who have the file open share.
            long before = seen;
            seen = Count("PRAGMA data_version");
            return seen != before;
        }
    }

    public long Count(string sql, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(sql, values);
        return (long)command.ExecuteScalar()!;
    }

    public int Execute(string sql, params (string Name, object? Value)[] values)
    {
        using SqliteCommand command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Deletes for good what was deleted at a time or before.</summary>
    public void Purge(DateTime until)
    {
        (string, object?) time = ("$until", TuneRow.Text(until));
        Execute("DELETE FROM sessions WHERE deleted <= $until", time);
        Execute("DELETE FROM tunes WHERE deleted <= $until", time);
        Execute("DELETE FROM effects WHERE deleted <= $until", time);
    }

    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> take, params (string Name, object? Value)[] values)
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

    public void Dispose()
    {
        lock (Gate)
        {
            connection.Dispose();
        }
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
