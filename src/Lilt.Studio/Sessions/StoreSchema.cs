using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>The tables of the store's file and their version.</summary>
internal static class StoreSchema
{
    /// <summary>What <c>PRAGMA user_version</c> says of a file that this program wrote.</summary>
    public const long Version = 1;

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
            surprise BLOB NOT NULL
        ) STRICT;
        CREATE INDEX tunes_of_session ON tunes (session, place);
        """;

    // Tables that a file of this version may lack: a program that does not know them leaves them alone.
    private const string LaterTables = """
        CREATE TABLE IF NOT EXISTS effects (
            id TEXT PRIMARY KEY,
            session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            created TEXT NOT NULL,
            deleted TEXT,
            view TEXT NOT NULL,
            pairs BLOB
        ) STRICT;
        CREATE INDEX IF NOT EXISTS effects_of_session ON effects (session, created);
        """;

    // Columns that a file of this version may lack, each of them null unless something is said: a program that does not know them goes on
    // reading and writing the file.
    private static readonly (string Table, string Column)[] Later =
    [
        ("tunes", "tonic TEXT"),
        ("tunes", "written_in TEXT"),
        ("tunes", "written TEXT"),
        ("tunes", "rewritten TEXT"),
        ("tunes", "pushed INTEGER"),
        ("tunes", "generator TEXT"),
        ("tunes", "drawn INTEGER"),
        ("tunes", "deleted TEXT"),
        ("sessions", "deleted TEXT"),
    ];

    /// <summary>
    /// Makes the tables of a new file, and the columns that an old one lacks; a file of another version is left as it is.
    /// </summary>
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
            AddLater(command);
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
        AddLater(command);
        transaction.Commit();
    }

    private static void AddLater(SqliteCommand command)
    {
        command.CommandText = LaterTables;
        command.ExecuteNonQuery();
        foreach (IGrouping<string, string> table in Later.GroupBy(of => of.Table, of => of.Column))
        {
            HashSet<string> there = [];
            command.CommandText = $"SELECT name FROM pragma_table_info('{table.Key}')";
            using (SqliteDataReader reader = command.ExecuteReader())
            {
                while (reader.Read())
                {
                    there.Add(reader.GetString(0));
                }
            }

            foreach (string column in table.Where(column => !there.Contains(column.Split(' ')[0])))
            {
                command.CommandText = $"ALTER TABLE {table.Key} ADD COLUMN {column}";
                command.ExecuteNonQuery();
            }
        }
    }
}
