using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>The tables of the store's file and their version.</summary>
internal static class StoreSchema
{
    /// <summary>What <c>PRAGMA user_version</c> says of a file that this program wrote.</summary>
    public const long Version = 2;

    private const string ToSecond = "ALTER TABLE tunes ADD COLUMN written TEXT; PRAGMA user_version = 2;";

    private const string Tables = """
        CREATE TABLE sessions (
            id TEXT PRIMARY KEY,
            name TEXT NOT NULL,
            created TEXT NOT NULL
        ) STRICT;
        CREATE TABLE tunes (
            place INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            starred INTEGER NOT NULL,
            created TEXT NOT NULL,
            kind TEXT NOT NULL,
            model TEXT NOT NULL,
            model_hash TEXT NOT NULL,
            seed INTEGER NOT NULL,
            run_index INTEGER NOT NULL,
            temperature REAL NOT NULL,
            prime TEXT NOT NULL,
            token_limit INTEGER NOT NULL,
            plan TEXT,
            baseline TEXT,
            cut INTEGER NOT NULL,
            steps INTEGER NOT NULL,
            tokens TEXT NOT NULL,
            surprise BLOB NOT NULL,
            written TEXT
        ) STRICT;
        CREATE INDEX tunes_of_session ON tunes (session, place);
        """;

    /// <summary>Makes the tables of a new file, and those of version 1 into today's; another file is left as it is.</summary>
    /// <exception cref="IOException">The file is of another version.</exception>
    public static void Ensure(SqliteConnection connection, string path)
    {
        // Two studios may open one new file at once: what is there is looked at with the file held, so that the second finds the first
        // one's tables.
        using SqliteTransaction transaction = connection.BeginTransaction();
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "PRAGMA user_version";
        long version = (long)command.ExecuteScalar()!;
        if (version == Version)
        {
            return;
        }

        if (version == 1)
        {
            command.CommandText = ToSecond;
            command.ExecuteNonQuery();
            transaction.Commit();
            return;
        }

        command.CommandText = "SELECT COUNT(*) FROM sqlite_master";
        if (version != 0 || (long)command.ExecuteScalar()! > 0)
        {
            throw new IOException(
                $"{path} is of version {version}, and this program reads version {Version}: take the program that wrote it, or another folder with --data."
            );
        }

        command.CommandText = Tables + $"PRAGMA user_version = {Version};";
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
