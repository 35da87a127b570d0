using System.Data.Common;
using DuckDB.NET.Data;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>Questions in SQL of a sweep's whole shards: read alone, and of nothing but the shards.</summary>
/// <remarks>By DuckDB, whose dialect the questions have: https://duckdb.org/docs/stable/sql/introduction.</remarks>
public static class TableQuestion
{
    /// <summary>What the table of a sweep is called.</summary>
    public static string TableOf(SweepTask task) =>
        task switch
        {
            SweepTask.Study => "verdicts",
            SweepTask.Control => "sets",
            _ => "tunes",
        };

    /// <summary>Asks.</summary>
    /// <param name="folder">The sweep.</param>
    /// <param name="sql">One select.</param>
    /// <param name="take">Given the answer's columns, and its rows one by one as they are read.</param>
    /// <exception cref="SweepFormatException">No shard is whole, or the question is no select that can be answered.</exception>
    public static void Ask(SweepFolder folder, string sql, Action<IReadOnlyList<string>, IEnumerable<object?[]>> take)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentException.ThrowIfNullOrEmpty(sql);
        ArgumentNullException.ThrowIfNull(take);
        string[] files = [.. folder.Shards.All().Where(folder.Store.Has).Select(folder.Store.PathOf)];
        if (files.Length == 0)
        {
            throw new SweepFormatException($"{folder.FullPath}: no shard is whole yet, so there is nothing to ask.");
        }

        try
        {
            using DuckDBConnection connection = new("DataSource=:memory:");
            connection.Open();
            Run(
                connection,
                $"set autoinstall_known_extensions = false; set autoload_known_extensions = false; set allowed_directories = [{Quoted(folder.Store.FullPath)}]; set enable_external_access = false"
            );
            Run(
                connection,
                $"create view {TableOf(folder.Plan.Task)} as select * from read_parquet([{string.Join(", ", files.Select(Quoted))}])"
            );
            Run(connection, "set lock_configuration = true");
            ThrowUnlessSelect(connection, sql);
            using DbCommand command = connection.CreateCommand();
            command.CommandText = sql;
            using DbDataReader reader = command.ExecuteReader();
            take([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)], Rows(reader));
        }
        catch (DuckDBException e)
        {
            throw new SweepFormatException($"the question cannot be answered: {FirstLine(e.Message)}", e);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException })
        {
            throw new SweepFormatException(
                $"DuckDB's library did not come with this program: take an archive of a release, install libduckdb where the system finds it, or ask DuckDB, pandas or R itself of {folder.Store.FullPath}/*/*.parquet.",
                e
            );
        }
    }

    private static IEnumerable<object?[]> Rows(DbDataReader reader)
    {
        while (reader.Read())
        {
            object?[] row = new object?[reader.FieldCount];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = reader.IsDBNull(column) ? null : reader.GetValue(column);
            }

            yield return row;
        }
    }

    // DuckDB makes JSON of selects alone.
    private static void ThrowUnlessSelect(DuckDBConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText =
            $"select json_extract_string(made, '$.error_type'), json_extract_string(made, '$.error_message') from (select json_serialize_sql({Quoted(sql)}) as made)";
        using DbDataReader reader = command.ExecuteReader();
        if (reader.Read() && !reader.IsDBNull(0))
        {
            throw new SweepFormatException($"the question cannot be answered: {FirstLine(reader.GetString(1))}");
        }
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string FirstLine(string text) => text.Split('\n')[0];
}
